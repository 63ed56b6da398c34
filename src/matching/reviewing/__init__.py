"""The review of children placed outside the area: who is due, what is found of each, and one plan for all of them."""
