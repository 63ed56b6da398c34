"""A made-up authority of any size, dealt out by a seed in the shares that are published of Buckinghamshire."""
