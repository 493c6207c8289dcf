"""FollowTheMoney, the form of Aleph and OpenSanctions: people, bodies, events, articles, and the links between them."""
