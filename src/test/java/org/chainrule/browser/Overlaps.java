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
        return (List<?>) page.evaluate(SCRIPT);
    }

    /** Ink: digits fill the middle of their boxes. */
    private static final String SCRIPT =
            """
            () => {
              const box = (e) => e.getBoundingClientRect();
              const meet = (a, b) => a.left < b.right - 0.5 && b.left < a.right - 0.5
                && a.top < b.bottom - 0.5 && b.top < a.bottom - 0.5;
              const ink = (e) => { const b = box(e); const d = b.height * 0.18;
                return { left: b.left, right: b.right, top: b.top + d, bottom: b.bottom - d }; };
              const all = (selector) => [...document.querySelectorAll('svg.network ' + selector)];
              const labels = all('.label:not(.quiet) text:not(.delta)');
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
              pairs(texts, all('.control .face'), ink, ' under ');
              return found;
            }\
            """;
}
