"""`make bench`: every budget of the project beside a reference measured in the same run.

Machines differ, ratios hold. Nothing here is a test: a slow machine is no bug.
"""
