package org.chainrule.browser;

import com.microsoft.playwright.Page;
import java.util.List;

/** What on a page outgrows its box, or stands on something else. */
final class Boxes {
    private Boxes() {}

    /**
     * Controls and table cells smaller than their text, numbers that overlap where they are seen,
     * and a page wider than its window; the drawing's own are {@link Overlaps}.
     */
    static List<?> faults(Page page) {
        BrowserTest.settled(page);
        return (List<?>) page.evaluate(SCRIPT);
    }

    /** Numbers of more characters than 7 may be cut in their field. */
    static final String SCRIPT =
            """
            () => {
              const CONTROLS = 'button, summary, select, input, td, th, [role=gridcell], .seg label';
              const SMALL = 'input:is([type=radio], [type=checkbox], [type=range], [type=file])';
              const seen = (e) => e.checkVisibility({ visibilityProperty: true, opacityProperty: true })
                && !e.closest('.visually-hidden');
              const content = (e) => {
                const range = document.createRange();
                range.selectNodeContents(e);
                return range.getBoundingClientRect();
              };
              const name = (e) => `${e.tagName} ${e.dataset.q ?? e.value ?? e.textContent.trim()}`;
              const found = [];
              for (const e of document.querySelectorAll(CONTROLS)) {
                if (!seen(e) || e.matches(SMALL)) continue;
                const [box, text] = [e.getBoundingClientRect(), content(e)];
                if (text.height > box.height + 1 || text.width > box.width + 1) found.push(`${name(e)} outgrows its box`);
                if (!e.matches('input, select')) continue;
                const letters = parseFloat(getComputedStyle(e).fontSize);
                const long = e.value.length > 7 && e.scrollWidth > e.clientWidth + 1;
                if (box.height < letters * 1.2) found.push(`${name(e)} is ${box.height} high`);
                if (!long && e.matches('input') && e.scrollWidth > e.clientWidth + 1) found.push(`${name(e)} is cut`);
              }
              const part = (e) => {
                const b = e.matches('input') ? e.getBoundingClientRect() : content(e);
                const part = { left: b.left, right: b.right, top: b.top, bottom: b.bottom };
                for (let p = e.parentElement; p !== document.body; p = p.parentElement) {
                  if (getComputedStyle(p).overflowX === 'visible') continue;
                  const window = p.getBoundingClientRect();
                  part.left = Math.max(part.left, window.left);
                  part.right = Math.min(part.right, window.right);
                  part.top = Math.max(part.top, window.top);
                  part.bottom = Math.min(part.bottom, window.bottom);
                }
                return part;
              };
              const numbers = [...document.querySelectorAll('[data-q], .delta')]
                .filter((e) => seen(e) && !e.closest('svg, .menu-body, dialog'))
                .map((e) => [e, part(e)]);
              for (const [i, [a, p]] of numbers.entries())
                for (const [b, q] of numbers.slice(i + 1))
                  if (!a.contains(b) && Math.min(p.right, q.right) - Math.max(p.left, q.left) > 1
                    && Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top) > 1)
                    found.push(`${name(a)} over ${name(b)}`);
              const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
              if (wide > 0) found.push(`the page is ${wide} too wide`);
              return found.slice(0, 20);
            }\
            """;
}
