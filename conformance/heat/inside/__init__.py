"""What runs in Heat's own Python, and knows nothing of Hot Designer."""
