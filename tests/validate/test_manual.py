"""The manual: a page for every diagnostic."""

from __future__ import annotations

import pytest

from designer.errors import DesignerError
from designer.validate import all_rules
from designer.validate.manual import CHAPTERS, explain_text, page, pages


def test_there_is_a_page_for_every_diagnostic() -> None:
    assert [each.code for each in pages()] == sorted(all_rules())
    for each in pages():
        assert each.title and each.body and each.severity in ("error", "warning", "info")
        assert each.chapter in CHAPTERS.values()


def test_a_page_is_found_by_code_and_by_name() -> None:
    found = page("HOT113")
    assert found is not None and found.name == "unknown-resource-keyword"
    other = page("unknown-resource-keyword")
    assert other is not None and other.markdown == found.markdown
    assert found.markdown.startswith("# HOT113 unknown-resource-keyword\n\nThere is no such keyword")
    assert page("HOT000") is None


def test_explain_prints_a_page_or_the_list() -> None:
    assert "depends_on" in explain_text("HOT115")
    assert "  HOT115 bad-depends-on" in explain_text("all")
    with pytest.raises(DesignerError, match="did you mean unknown-version"):
        explain_text("unknow-version")
