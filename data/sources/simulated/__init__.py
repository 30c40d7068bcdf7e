"""The built-in default source: a simulated help desk of an online commerce and payments platform.

Everything in it is invented and drawn from one seed; README.md beside this file tells the generative model.
"""
