from partnerships.search.synonyms import Synonyms, prepared, state_term, term_of
from partnerships.search.words import stems, tokens

SAME = prepared(
    [("crisis intervention team", "cit"), ("Law Enforcement Assisted Diversion", "lead"), ("grant", "award")]
)


def _in_text(text: str, any_case: bool = False) -> list[str]:
    return Synonyms(SAME).in_text(text, tokens(text), stems(text), any_case)


def test_acronym_and_full_name_are_one_term() -> None:
    assert _in_text("CIT officers") == ["=crisis intervention team"]
    assert _in_text("Crisis Intervention Teams") == ["=crisis intervention team"]
    assert _in_text("CITs") == ["=crisis intervention team"]


def test_an_acronym_that_is_a_word_counts_in_capitals_only() -> None:
    assert _in_text("Officers lead the way") == []
    assert _in_text("They joined LEAD") == ["=law enforcement assisted diversion"]
    assert _in_text("lead", any_case=True) == ["=law enforcement assisted diversion"]


def test_a_plain_synonym_counts_in_any_case() -> None:
    assert _in_text("The awards were small") == ["=grant"]


def test_states_go_by_name_and_code() -> None:
    assert _in_text("Austin, TX") == ["=texas"] == _in_text("Texas")
    assert state_term("or") == "=oregon"
    assert state_term("XX") == ""


def test_a_code_that_is_a_word_names_no_state_in_a_text() -> None:
    assert _in_text("IN OR OK") == []


def test_a_question_has_synonyms_in_any_case() -> None:
    found = Synonyms(SAME).in_question(stems("lead crisis intervention team training"))
    assert found == [(0, 1, "=law enforcement assisted diversion"), (1, 4, "=crisis intervention team")]


def test_the_first_form_names_the_group() -> None:
    assert term_of(("Memorandum of Understanding", "MOU")) == "=memorandum of understanding"
