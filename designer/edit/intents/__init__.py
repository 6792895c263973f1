"""What a person may mean, one file each, named as the operation; see `designer.edit.operation`."""
