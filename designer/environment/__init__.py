"""What surrounds a template: environment files, the resource registry, and the files a template names.

    files = Folder("/stacks", "/stacks/web")            # nothing outside the first is ever read
    environment = read_environments([("env.yaml", text)], files, report)
    environment.resolve("OS::Nova::Server", "server")   # the type, or the template, that stands for it
"""

from __future__ import annotations

from designer.environment.files import Fetched, Files, Folder, Given
from designer.environment.nested import problem_of, provider_type, read_nested
from designer.environment.read import EMPTY, Environment, read_environments
from designer.environment.registry import Registry, Resolution
from designer.environment.sources import check_named_files

__all__ = ["EMPTY", "Environment", "Fetched", "Files", "Folder", "Given", "Registry", "Resolution",
           "check_named_files", "problem_of", "provider_type", "read_environments",
           "read_nested"]
