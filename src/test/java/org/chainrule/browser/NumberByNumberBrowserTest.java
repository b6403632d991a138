package org.chainrule.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Stream;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Quantity.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole solution of the first worksheet, number by number, with the drawing beside it. */
class NumberByNumberBrowserTest extends BrowserTest {
    /** By step, what is worked out in it. */
    private static final List<String> STEPS =
            List.of(
                    "p.hid.1 p.hid.2 z.hid.1 z.hid.2 p.out.1 p.out.2 z.out.1 z.out.2 J",
                    "dz.out.1 dz.out.2 s.out.1 s.out.2",
                    "dz.hid.1 dz.hid.2 s.hid.1 s.hid.2",
                    "dw.out.1.1 dw.out.1.2 dw.out.2.1 dw.out.2.2",
                    "dw.hid.1.1 dw.hid.1.2 dw.hid.2.1 dw.hid.2.2",
                    "nw.hid.1.1 nw.hid.1.2 nw.hid.2.1 nw.hid.2.2"
                            + " nw.out.1.1 nw.out.1.2 nw.out.2.1 nw.out.2.2");

    /** The weights on the paths that a number's derivation is about. */
    private static List<String> lit(Quantity number) {
        String layer = number.layer();
        int k = number.k();
        Stream<Quantity> lit =
                switch (number.kind()) {
                    case P -> Stream.of(Quantity.w(layer, k, 1), Quantity.w(layer, k, 2));
                    case DZ -> layer.equals("hid") ? behind(k) : Stream.of();
                    case DW ->
                            Stream.concat(
                                    Stream.of(number.as(Kind.W)),
                                    layer.equals("hid") ? behind(k) : Stream.of());
                    case NW -> Stream.of(number.as(Kind.W));
                    case X, Y, W, B, Z, S, DP, DB, DX, J, NB, U, M, V, NU, NM, NV, MH, VH, LR ->
                            Stream.of();
                };
        return lit.map(Quantity::address).sorted().toList();
    }

    /** Those that lead from hidden neuron {@code k} to the outputs. */
    private static Stream<Quantity> behind(int k) {
        return Stream.of(Quantity.w("out", 1, k), Quantity.w("out", 2, k));
    }

    @ParameterizedTest
    @CsvSource({"buttons, false", "keys, false", "buttons, true", "keys, true"})
    void theWalkGoesThroughEveryLineAndTheDrawingFollows(String how, boolean presents) {
        Page page = open("/");
        if (presents) {
            page.keyboard().press("Alt+p");
            assertThat(page.locator("weight-grid").first()).isHidden();
        }
        for (int step = 0; step < STEPS.size(); step++) {
            for (String address : STEPS.get(step).split(" ")) {
                walk(page, how, "on");
                isAt(page, step, address);
            }
        }
        walk(page, how, "back");
        isAt(page, 5, "nw.out.2.1");
        walk(page, how, "on");
        walk(page, how, "on");
        assertThat(page.locator("[data-derivation]")).hasCount(0);
    }

    @ParameterizedTest
    @CsvSource({"buttons", "keys"})
    void itGoesBackOverTheStepsToo(String how) {
        Page page = open("/?step=2&sel=dz.hid.1");
        isAt(page, 2, "dz.hid.1");
        walk(page, how, "back");
        isAt(page, 1, "s.out.2");
        walk(page, how, "back");
        isAt(page, 1, "s.out.1");
        walk(page, how, "back");
        isAt(page, 1, "dz.out.2");
        walk(page, how, "back");
        isAt(page, 1, "dz.out.1");
        walk(page, how, "back");
        isAt(page, 0, "J");
    }

    private static void walk(Page page, String how, String way) {
        if (how.equals("buttons")) {
            page.locator("[data-walk='" + way + "']").click();
        } else {
            page.keyboard().press(way.equals("on") ? "Alt+n" : "Alt+Shift+n");
        }
    }

    private static void isAt(Page page, int step, String address) {
        Locator dock = page.locator("[data-derivation='" + address + "']");
        assertThat(dock.locator("[data-line='" + address + "']")).isVisible();
        assertThat(page.locator("network-view")).hasAttribute("data-step", "" + step);
        assertThat(page.locator(".steps [data-step='" + step + "']"))
                .hasAttribute("aria-current", "step");
        assertThat(page.locator("network-view .edge[data-lit]"))
                .hasCount(lit(Quantity.parse(address).orElseThrow()).size());
        Object edges =
                page.locator("network-view .edge[data-lit]")
                        .evaluateAll("all => all.map((e) => e.dataset.ref).sort()");
        assertThat(edges).as(address).isEqualTo(lit(Quantity.parse(address).orElseThrow()));
        assertThat(page.locator("network-view .place[data-lit]").first()).isVisible();
    }
}
