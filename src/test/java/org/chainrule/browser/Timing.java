package org.chainrule.browser;

import com.microsoft.playwright.Page;
import java.util.Arrays;

/** How long the page takes to answer, as the browser sees it. */
final class Timing {
    /**
     * From just before {@code act} until the last change of the page, which 60 quiet milliseconds
     * end. Vaadin's loading indicator, which stands beside the page, does not count.
     */
    private static final String TIMED =
            """
            (act) => new Promise(done => {
              let last = 0, timer;
              const start = performance.now();
              const settle = () => { observer.disconnect(); done(last - start); };
              const observer = new MutationObserver(() => {
                last = performance.now(); clearTimeout(timer); timer = setTimeout(settle, 60);
              });
              observer.observe(document.querySelector("#outlet"), {subtree: true, childList: true, characterData: true, attributes: true});
              (%s)(act);
            })\
            """;

    /** From just before the click until the text of {@code where} matches. */
    private static final String UNTIL =
            """
            ([button, where, pattern]) => new Promise(done => {
              const start = performance.now();
              const is = () => new RegExp(pattern).test(document.querySelector(where)?.textContent);
              const observer = new MutationObserver(() => {
                if (is()) { observer.disconnect(); done(performance.now() - start); }
              });
              observer.observe(document.querySelector("#outlet"), {subtree: true, childList: true, characterData: true});
              document.querySelector(button).click();
            })\
            """;

    private static final String EDIT =
            """
            text => document.querySelector('chainrule-page').dispatchEvent(new CustomEvent('cr-edit',
              {bubbles: true, detail: {cells: [{q: '%s', text}]}}))\
            """;

    private static final String PICK =
            """
            q => document.querySelector('chainrule-page').dispatchEvent(new CustomEvent('cr-pick',
              {bubbles: true, detail: {q}}))\
            """;

    private Timing() {}

    /** Milliseconds until the page is at rest after {@code act}. */
    static double of(Page page, String act, String argument) {
        return milliseconds(page.evaluate(TIMED.formatted(act), argument));
    }

    /** Milliseconds of the {@code i}-th edit of a number, each with another value. */
    static double edit(Page page, String address, int i) {
        String value = "0." + (100 + Math.floorMod(i, 2) * 50 + Math.floorMod(i, 37));
        return of(page, EDIT.formatted(address), value);
    }

    /** Milliseconds of the {@code i}-th selection, of one neuron's preactivation or activation. */
    static double pick(Page page, String layer, int i) {
        return of(page, PICK, (Math.floorMod(i, 2) == 0 ? "p." : "z.") + layer + ".1");
    }

    /** Milliseconds from a click until a text matches. */
    static double until(Page page, String button, String where, String pattern) {
        return milliseconds(page.evaluate(UNTIL, new String[] {button, where, pattern}));
    }

    private static double milliseconds(Object result) {
        return ((Number) result).doubleValue();
    }

    /** The value that {@code share} of the times do not exceed. */
    static double quantile(double[] times, double share) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * sorted.length))];
    }
}
