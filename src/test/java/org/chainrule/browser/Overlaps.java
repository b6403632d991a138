package org.chainrule.browser;

import com.microsoft.playwright.Page;
import java.util.List;

/** What in the drawing stands on something else. */
final class Overlaps {
    private Overlaps() {}

    /**
     * The texts of weights that touch another one's or a node; then of all numbers, one another.
     */
    static List<?> of(Page page) {
        BrowserTest.settled(page);
        return (List<?>) page.evaluate(SCRIPT);
    }

    /**
     * Ink: digits stand on their baseline and are as high as a capital letter, whatever an engine's
     * boxes are.
     */
    static final String SCRIPT =
            """
            () => {
              const box = (e) => e.getBoundingClientRect();
              const meet = (a, b) => a.left < b.right - 0.5 && b.left < a.right - 0.5
                && a.top < b.bottom - 0.5 && b.top < a.bottom - 0.5;
              const ink = (e) => {
                if (!e.getNumberOfChars?.()) return box(e);
                const toScreen = e.getScreenCTM();
                const line = e.getStartPositionOfChar(0).matrixTransform(toScreen).y;
                const height = 0.73 * parseFloat(getComputedStyle(e).fontSize) * toScreen.d;
                return { left: box(e).left, right: box(e).right, top: line - height, bottom: line };
              };
              const all = (selector) => [...document.querySelectorAll('svg.network ' + selector)];
              const labels = all('.label text:not(.delta)').filter((e) => !e.closest('.quiet'));
              const texts = all(':is(.mark text, .label text, .delta)')
                .filter((e) => !e.closest('.quiet'));
              const found = [];
              const pairs = (some, others, of, word) => {
                for (const a of some) for (const b of others)
                  if (a !== b && meet(of(a), of(b))) found.push(a.textContent + word + (b.textContent || b.tagName));
              };
              pairs(labels, labels, box, ' touches ');
              pairs(labels, all('.node'), box, ' on ');
              pairs(labels, all('.mark text'), box, ' on ');
              pairs(texts, texts, ink, ' over ');
              pairs(texts.filter((e) => e.closest('.label')), all('.node'), ink, ' in ');
              pairs([...texts, ...all('.caption')], all('.control .face'), ink, ' under ');
              return found;
            }\
            """;
}
