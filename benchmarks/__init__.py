"""Measurements against the budgets, beside other generators where they are installed; no test is timed."""
