"""How long a page takes. Not part of the test suite: a figure is printed, nothing is asserted on a clock."""
