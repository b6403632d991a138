package org.chainrule.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.chainrule.Application;
import org.chainrule.gallery.Gallery;
import org.chainrule.link.Permalink;
import org.chainrule.worksheet.Worksheet;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** Measures what the project claims of its speed and size, in one run. */
final class Bench {
    private static final int EDITS = 60;
    private static final int FEW_EDITS = 20;
    private static final int PAGES = 100;

    private final String root;
    private final RealBrowser browser;
    private long bytes;

    private Bench(String root, RealBrowser browser) {
        this.root = root;
        this.browser = browser;
    }

    public static void main(String[] args) {
        ConfigurableApplicationContext application =
                SpringApplication.run(
                        Application.class, "--server.port=0", "--server.address=127.0.0.1");
        int port = ((ServletWebServerApplicationContext) application).getWebServer().getPort();
        try (RealBrowser browser = new RealBrowser(Engine.CHROMIUM)) {
            Bench bench = new Bench("http://127.0.0.1:" + port, browser);
            bench.latency();
            new TrainingBench(bench).run();
            bench.heap();
        }
        System.exit(SpringApplication.exit(application));
    }

    Page page(BrowserContext context, String path, String ready) {
        Page page = context.newPage();
        CDPSession session = context.newCDPSession(page);
        session.send("Network.enable");
        session.on(
                "Network.loadingFinished",
                event -> bytes += event.get("encodedDataLength").getAsLong());
        page.navigate(root + path);
        page.locator(ready).first().waitFor();
        BrowserTest.settled(page);
        return page;
    }

    private void latency() {
        System.out.printf(
                "%-8s %18s %18s %7s %18s %7s %12s %12s%n",
                "network",
                "edit ms (p95)",
                "empty trip (p95)",
                "ratio",
                "select ms (p95)",
                "ratio",
                "bytes/edit",
                "link chars");
        edits("2-2-2", "w.hid.1.1", Gallery.first(), EDITS);
        edits("2-8-8-1", "w.h1.1.1", Networks.tanh(4, 2, 8, 8, 1), EDITS);
        edits("8x16", "w.h1.1.1", Networks.tanh(1, Networks.deep()), EDITS);
        edits("4x64", "w.h1.1.1", Networks.tanh(1, 64, 64, 64, 64, 64), FEW_EDITS);
    }

    private void edits(String name, String address, Worksheet worksheet, int count) {
        try (BrowserContext context = context()) {
            bytes = 0;
            Page page = page(context, Networks.link(worksheet), "[data-q='" + address + "']");
            if (worksheet.equals(Gallery.first())) {
                System.out.printf("first load: %d KiB%n", bytes / 1024);
            }
            Page empty = page(context, "/empty-round-trip", "button");
            double[] edits = new double[count];
            double[] trips = new double[count];
            double[] picks = new double[count];
            String layer = worksheet.problem().network().layer(0).name();
            long sent = 0;
            for (int i = -count; i < count; i++) {
                long before = bytes;
                double edited = Timing.edit(page, address, i);
                sent += i < 0 ? 0 : bytes - before;
                double there =
                        Timing.of(empty, "() => document.querySelector('button').click()", "");
                double picked = Timing.pick(page, layer, i);
                if (i >= 0) {
                    picks[i] = picked;
                    edits[i] = edited;
                    trips[i] = there;
                }
            }
            double edit = Timing.quantile(edits, 0.5);
            double trip = Timing.quantile(trips, 0.5);
            System.out.printf(
                    "%-8s %9.1f (%6.1f) %9.1f (%6.1f) %7.2f %9.1f (%6.1f) %7.2f %12d %12d%n",
                    name,
                    edit,
                    Timing.quantile(edits, 0.95),
                    trip,
                    Timing.quantile(trips, 0.95),
                    edit / trip,
                    Timing.quantile(picks, 0.5),
                    Timing.quantile(picks, 0.95),
                    Timing.quantile(picks, 0.5) / trip,
                    sent / count,
                    Permalink.query(worksheet).length());
        }
    }

    BrowserContext context() {
        return browser.context(new Browser.NewContextOptions());
    }

    private void heap() {
        long before = used();
        List<BrowserContext> contexts = new ArrayList<>();
        for (int i = 0; i < PAGES; i++) {
            BrowserContext context = context();
            contexts.add(context);
            Page page = context.newPage();
            page.navigate(root + "/");
            page.locator("[data-q='J']").waitFor();
        }
        System.out.printf("heap per open page: %d KiB%n", (used() - before) / 1024 / PAGES);
        contexts.forEach(BrowserContext::close);
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            ManagementFactory.getMemoryMXBean().gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
