"""Facts of the home with everybody who would live there, and of all the homes together."""

from matching.facts.catalogue.asked import Referral
from matching.facts.catalogue.child import Child
from matching.facts.catalogue.home import Home
from matching.facts.catalogue.words import beds, children
from matching.facts.fact import Facts, count, fact, yes_no


class Household(Facts):
    """What is true of the home with everybody who would live there once the arriving children are in."""

    about = "household"
    arriving = fact(int, "the number of children arriving", show=children)
    beds_needed = count("the number of beds that the arriving children need", Child.current_home, show=beds)
    all_connected = yes_no("whether the carers are connected to every arriving child", Home.connected_to)
    fostered = count("the number of fostered children once the arriving children are in", Home.household, show=children)
    fostered_are_siblings = yes_no("whether all fostered children would be siblings of each other", Home.household)
    exemption_names_all = yes_no("whether an exemption names all fostered children", Home.authority)
    residents = count("the number of residents once the arriving children are in", Home.household)
    other_children = count("the other children who live there", Home.household, show=children)
    authorities_to_consent = count("the number of other placing authorities still to consent", Home.household)
    someone_to_keep_apart = yes_no(
        "whether somebody would live there with whom an arriving child must not live", Home.household
    )
    bedrooms_needed = count("the number of bedrooms that the arriving children need", Child.current_home)
    requirements_met = yes_no("whether the home meets what the referral cannot do without", Referral.required)


class Options(Facts):
    """What the first pass over all homes found: known only to the second."""

    about = "options"
    lawful_family_home = yes_no("whether a family home is open to the child")
