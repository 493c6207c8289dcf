"""Who a mention means: listed actors, holders of offices, those nobody listed, and their histories."""
