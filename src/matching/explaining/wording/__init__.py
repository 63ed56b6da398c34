"""Answers in plain words, all in one place: for a panel, and in a second register for the child or young person.

Words come last: each sentence is made of an answer that is data already.
"""
