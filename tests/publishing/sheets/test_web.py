"""Web pages: one file, in a language, with headings, lists and tables that a screen reader can walk."""

from lxml import html

from partnerships.publishing.sheets.document import Answered, Document, Heading
from partnerships.publishing.sheets.web import web_page
from tests.publishing.sheets.test_word import PLAN


def page() -> html.HtmlElement:
    return html.document_fromstring(web_page(PLAN))


def test_it_says_its_language_title_and_characters() -> None:
    found = page()
    assert found.get("lang") == "en-US"
    assert found.findtext("head/title") == "A plan <of ours>"
    assert found.xpath("//meta/@charset") == ["utf-8"]


def test_headings_stand_in_order() -> None:
    assert [(e.tag, e.text_content()) for e in page().xpath("//h1 | //h2")] == [
        ("h1", "A plan"),
        ("h2", "Contents"),
        ("h1", "1 Charter"),
        ("h2", "Who we are"),
    ]


def test_questions_and_answers_are_a_list_of_pairs() -> None:
    pairs = [
        (t.text_content(), d.text_content()) for t, d in zip(page().xpath("//dt"), page().xpath("//dd"), strict=True)
    ]
    assert pairs[0] == ("Name", "East Side & friends\nsecond line")
    assert pairs[1][0] == "Not answered"
    assert "☑\u00a0Not at all" in pairs[2][1]


def test_tables_have_captions_and_headings_with_their_scope() -> None:
    assert page().xpath("//caption/text()") == ["Members", "Call"]
    assert page().xpath('//th[@scope="col"]/text()') == ["Organization", "Role"]
    assert page().xpath('//th[@scope="row"]/text()') == ["Name", "Phone"]


def test_the_contents_lead_to_their_parts_and_pictures_are_described() -> None:
    found = page()
    (link,) = found.xpath("//nav//a/@href")
    assert found.get_element_by_id(link.removeprefix("#")).text_content() == "1 Charter"
    (image,) = found.xpath("//img")
    assert image.get("alt") == "Police: interest 5, power 4."
    assert image.get("src").startswith("data:image/png;base64,")


def test_nothing_is_loaded_and_nothing_written_becomes_markup() -> None:
    evil = '<script>alert(1)</script><img src="https://example.org/x.png">'
    text = web_page(Document(evil, "en-US", (Heading(evil, 1), Answered(evil, evil)))).decode()
    found = html.document_fromstring(text)
    assert found.xpath("//script | //img | //link") == []
    assert "default-src 'none'" in text
