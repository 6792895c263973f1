"""The intrinsic functions: one file a function, named as the function (see `designer.functions.find`)."""
