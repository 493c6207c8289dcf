"""The pages on which people correct the machine: the queue, one event, adding, grades, the log of decisions."""
