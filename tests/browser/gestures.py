"""What a hand does in the browser, and how a test says where."""

from playwright.sync_api import Locator, Page, expect

from newsroom.models import Article, Claim

# Where some words of the story begin and end on the screen. The letters that the page adds are no words of the story;
# a selection moves in whole letters, so the last one is measured with its accents.
EDGES = """words => {
  for (const block of document.querySelectorAll('#main [data-start]')) {
    const places = [];
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.parentElement.closest('.letter')) continue;
      for (let at = 0; at < node.length; at += 1) places.push([node, at]);
    }
    const from = places.map(([node, at]) => node.data[at]).join('').indexOf(words);
    if (from < 0) continue;
    const whole = [...new Intl.Segmenter().segment(words)];
    block.scrollIntoView({ block: 'center' });
    const box = (start, length) => {
      const range = document.createRange();
      range.setStart(...places[from + start]);
      const [node, at] = places[from + start + length - 1];
      range.setEnd(node, at + 1);
      const { left, right, top, bottom } = range.getBoundingClientRect();
      return { left, right, y: (top + bottom) / 2 };
    };
    const [first, last] = [box(0, whole[0].segment.length), box(whole.at(-1).index, whole.at(-1).segment.length)];
    return /\\p{Script=Arabic}|\\p{Script=Hebrew}/u.test(words)
      ? [{ x: first.right - 1, y: first.y }, { x: last.left + 1, y: last.y }]
      : [{ x: first.left + 1, y: first.y }, { x: last.right - 1, y: last.y }];
  }
  throw new Error(`The story does not say “${words}”.`);
}"""


def open_claim(page: Page, claim: Claim, show: str = "") -> None:
    """The story with this claim's card open."""
    page.goto(f"/stories/{claim.article_id}/?claim={claim.pk}" + (f"&show={show}" if show else ""))
    see_card(page, claim)


def see_card(page: Page, claim: Claim) -> None:
    """Wait until this claim's card is the open one."""
    expect(page.locator("#card")).to_have_attribute("data-claim", str(claim.pk))


def claims_of(article: Article) -> list[Claim]:
    """The live claims in text order."""
    return list(Claim.objects.filter(article=article, dismissed=False).order_by("start", "end", "pk"))


def drag_over(page: Page, words: str, *, backwards: bool = False) -> None:
    """Press the mouse at the beginning of these words of the story and let it go at their end, or the other way."""
    begin, end = page.evaluate(EDGES, words)
    if backwards:
        begin, end = end, begin
    page.mouse.move(begin["x"], begin["y"])
    page.mouse.down()
    page.mouse.move((begin["x"] + end["x"]) / 2, (begin["y"] + end["y"]) / 2, steps=3)
    page.mouse.move(end["x"], end["y"], steps=3)
    page.mouse.up()


def said(page: Page, words: str = "Saved.") -> None:
    """Wait until the page announces this; the next call waits for it to be said once more."""
    line = page.locator("#said")
    expect(line).to_contain_text(words)
    line.evaluate("line => line.replaceChildren()")


def write(page: Page, text: str) -> Locator:
    """Type into the card's box, key by key."""
    box = page.locator("#mark textarea")
    box.press_sequentially(text)
    return box


def later(page: Page, seconds: int = 3) -> None:
    """So much time passes on a page whose clock is ours (`page.clock.install()` before it is opened)."""
    page.clock.fast_forward(seconds * 1000)
