"""A sheet begins with what is known of its partnership, and what a person wrote by hand stays."""

from dataclasses import replace

from partnerships.library.model import Column, Field, FieldGroup, Tool
from partnerships.notebook.known import start_answers, updates
from partnerships.notebook.model import Answer, Known, Partner

ROSTER = Field(
    "roster",
    "table",
    "Members",
    columns=(
        Column("organization", "Organization", from_partnership="organization"),
        Column("role", "Role", from_partnership="role"),
        Column("power", "May decide"),
    ),
    from_partnership="partners",
)
TOOL = Tool(
    "charter", "Charter", "", "", "agree", 1, 5, (), "2026-11", "", "",
    groups=(
        FieldGroup(
            "all",
            "All",
            (
                Field("name", "text", "Name", from_partnership="name"),
                Field("area", "text", "Area", from_partnership="area"),
                Field("who", "long-text", "Who", from_partnership="partners"),
                Field("second", "text", "Second partner", from_partnership="partner-2"),
                Field("fifth", "text", "Fifth partner", from_partnership="partner-5"),
                Field("chair", "text", "Coordinator (role)", from_partnership="coordinator"),
                Field("call", "person", "Call", from_partnership="coordinator"),
                ROSTER,
                Field("other", "text", "Other"),
            ),
        ),
    ),
)  # fmt: skip
KNOWN = Known(
    "Riverside",
    agency="Police",
    coordinator=Partner("", "A. Sample", "Sergeant", "555-0100", ""),
    partners=(Partner("NAMI", role="Director"), Partner("Clinic")),
    area="The city",
)


def changed(answers: dict[str, Answer], new: Known) -> dict[str, Answer]:
    return {update.field.id: update.after for update in updates(TOOL, answers, KNOWN, new)}


def test_a_new_sheet_begins_with_what_is_known() -> None:
    assert start_answers(TOOL, KNOWN) == {
        "name": "Riverside",
        "area": "The city",
        "who": "Police; NAMI; Clinic",
        "second": "NAMI",
        "chair": "Sergeant",
        "call": ("A. Sample", "Sergeant", "Police", "555-0100", ""),
        "roster": (("Police", "Sergeant", ""), ("NAMI", "Director", ""), ("Clinic", "", "")),
    }


def test_nothing_known_begins_nothing() -> None:
    assert start_answers(TOOL, Known("Riverside")) == {"name": "Riverside"}


def test_without_a_change_there_is_nothing_to_update() -> None:
    assert changed(start_answers(TOOL, KNOWN), KNOWN) == {}


def test_a_change_reaches_what_still_says_what_it_began_with() -> None:
    assert changed(start_answers(TOOL, KNOWN), replace(KNOWN, area="City and county")) == {"area": "City and county"}


def test_an_empty_answer_takes_what_is_new() -> None:
    assert changed({"name": "Riverside"}, replace(KNOWN, area="City and county"))["area"] == "City and county"


def test_words_written_by_hand_stay() -> None:
    answers = {**start_answers(TOOL, KNOWN), "area": "Two counties"}
    assert "area" not in changed(answers, replace(KNOWN, area="City and county"))


def test_a_new_partner_gets_a_row_and_the_others_keep_theirs() -> None:
    answers = start_answers(TOOL, KNOWN)
    answers["roster"] = (("Police", "Sergeant", "yes"), ("NAMI", "Director", "yes"), ("Clinic", "", ""))
    new = replace(KNOWN, partners=(*KNOWN.partners, Partner("Schools", role="Counselor")))
    assert changed(answers, new)["roster"] == (
        ("Police", "Sergeant", "yes"),
        ("NAMI", "Director", "yes"),
        ("Clinic", "", ""),
        ("Schools", "Counselor", ""),
    )


def test_a_renamed_partner_is_renamed_in_its_row() -> None:
    answers = start_answers(TOOL, KNOWN)
    answers["roster"] = (("Police", "Sergeant", "yes"), ("NAMI", "Board member", "no"), ("Clinic", "", ""))
    new = replace(KNOWN, partners=(Partner("NAMI Riverside", role="President"), Partner("Clinic")))
    assert changed(answers, new)["roster"] == (
        ("Police", "Sergeant", "yes"),
        ("NAMI Riverside", "Board member", "no"),
        ("Clinic", "", ""),
    )


def test_a_partner_who_left_keeps_the_row_that_a_person_may_have_written_in() -> None:
    answers = start_answers(TOOL, KNOWN)
    assert "roster" not in changed(answers, replace(KNOWN, partners=(Partner("NAMI", role="Director"),)))


def test_a_row_taken_out_by_hand_does_not_come_back() -> None:
    answers = start_answers(TOOL, KNOWN)
    answers["roster"] = (("Police", "Sergeant", ""),)
    assert "roster" not in changed(answers, replace(KNOWN, area="City and county"))


def test_a_partner_gets_the_role_that_was_not_known_before() -> None:
    answers = start_answers(TOOL, KNOWN)
    new = replace(KNOWN, partners=(Partner("NAMI", role="Director"), Partner("Clinic", role="Manager")))
    assert ("Clinic", "Manager", "") in changed(answers, new)["roster"]  # type: ignore[operator]  # a table's rows
