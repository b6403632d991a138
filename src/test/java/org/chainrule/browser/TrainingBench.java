package org.chainrule.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.chainrule.gallery.Gallery;
import org.chainrule.link.Permalink;
import org.chainrule.worksheet.Worksheet;

/** Training as the page sees it: how long a run takes, a stop, and edits beside a run. */
final class TrainingBench {
    private static final int RUNS = 5;
    private static final int STOPS = 30;
    private static final int EDITS = 60;
    private static final Worksheet SHAPE = Networks.tanh(200, 2, 8, 8, 1);
    private static final String PLAY = "[data-do='play']";
    private static final String STOP = "[data-do='stop']";
    private static final String SENTENCE = ".train .sentence";

    private final Bench bench;

    TrainingBench(Bench bench) {
        this.bench = bench;
    }

    void run() {
        for (int batch : new int[] {1, 20, 200}) {
            print(
                    "1,000 epochs x 200 samples, 2-8-8-1, batch " + batch,
                    times(RUNS, _ -> epochs(batch)));
        }
        try (BrowserContext context = bench.context()) {
            Page page = open(context, "1000000,1,1");
            print("stop until it is said", times(STOPS, _ -> stop(page)));
        }
        beside();
    }

    private Page open(BrowserContext context, String plan) {
        String link = Networks.link(SHAPE) + "&tab=train&run=" + plan;
        return bench.page(context, link, PLAY);
    }

    private double epochs(int batch) {
        try (BrowserContext context = bench.context()) {
            return Timing.until(
                    open(context, "1000,%d,1".formatted(batch)), PLAY, SENTENCE, "^Finished");
        }
    }

    private static double stop(Page page) {
        Timing.until(page, PLAY, SENTENCE, "^Running");
        String before = loss(page);
        page.waitForCondition(() -> !loss(page).equals(before));
        return Timing.until(page, STOP, SENTENCE, "^Stopped");
    }

    private static String loss(Page page) {
        return page.locator("[data-q='J']").textContent();
    }

    private void beside() {
        try (BrowserContext context = bench.context()) {
            Page running = open(context, "1000000,1,1");
            Page edited =
                    bench.page(
                            context,
                            Permalink.link(Permalink.query(Gallery.first())),
                            "[data-q='w.hid.1.1']");
            times(EDITS, i -> Timing.edit(edited, "w.hid.1.1", i));
            print(
                    "edit of 2-2-2, no run anywhere",
                    times(EDITS, i -> Timing.edit(edited, "w.hid.1.1", i)));
            Timing.until(running, PLAY, SENTENCE, "^Running");
            print(
                    "edit of 2-2-2 while another tab trains",
                    times(EDITS, i -> Timing.edit(edited, "w.hid.1.1", i)));
        }
    }

    private static double[] times(int count, IntToDoubleFunction timed) {
        return IntStream.range(0, count).mapToDouble(timed::applyAsDouble).toArray();
    }

    private static void print(String what, double... times) {
        System.out.printf(
                "%-48s %8.1f ms (p95 %.1f)%n",
                what, Timing.quantile(times, 0.5), Timing.quantile(times, 0.95));
    }
}
