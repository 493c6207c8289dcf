"""Graph forms: STIX 2.1, FollowTheMoney, W3C PROV. What is said, by whom, stays beside every node and edge."""
