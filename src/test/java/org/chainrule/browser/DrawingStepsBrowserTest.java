package org.chainrule.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The drawing tells the six steps without a word: what is lit, which way arrows run, what edges
 * carry.
 */
class DrawingStepsBrowserTest extends BrowserTest {
    private static final List<String> HIDDEN =
            List.of("w.hid.1.1", "w.hid.1.2", "w.hid.2.1", "w.hid.2.2");
    private static final List<String> OUTPUT =
            List.of("w.out.1.1", "w.out.1.2", "w.out.2.1", "w.out.2.2");
    private static final List<String> ALL =
            Stream.concat(HIDDEN.stream(), OUTPUT.stream()).toList();

    /**
     * What a step shows.
     *
     * @param nodes a lit node by one of its numbers
     * @param arrows the sense of those at lit edges and at targets
     * @param carried the numbers at edges, by the edge
     * @param errors the neurons below which ∂J/∂z stands
     */
    private record Expected(
            List<String> edges,
            List<String> nodes,
            String arrows,
            List<String> targets,
            Map<String, String> carried,
            List<String> errors) {}

    private static final List<String> INPUTS = List.of("x.1", "x.2");
    private static final List<String> MIDDLE = List.of("p.hid.1", "p.hid.2");
    private static final List<String> LAST = List.of("p.out.1", "p.out.2");
    private static final List<String> TARGETS = List.of("y.1", "y.2");
    private static final List<String> OUTPUT_ERRORS = List.of("dz.out.1", "dz.out.2");
    private static final List<String> ERRORS =
            List.of("dz.hid.1", "dz.hid.2", "dz.out.1", "dz.out.2");

    private static List<String> join(List<List<String>> lists) {
        return lists.stream().flatMap(List::stream).toList();
    }

    private static final List<Expected> STEPS =
            List.of(
                    new Expected(
                            ALL,
                            join(List.of(INPUTS, MIDDLE, LAST, TARGETS)),
                            "forward",
                            TARGETS,
                            Map.of(),
                            List.of()),
                    new Expected(
                            List.of(),
                            join(List.of(LAST, TARGETS)),
                            "backward",
                            TARGETS,
                            Map.of(),
                            OUTPUT_ERRORS),
                    new Expected(
                            OUTPUT,
                            join(List.of(MIDDLE, LAST)),
                            "backward",
                            List.of(),
                            Map.of(
                                    "w.out.1.1", "dz.hid.1 −0.176",
                                    "w.out.2.1", "dz.hid.1 0.237",
                                    "w.out.1.2", "dz.hid.2 −0.277",
                                    "w.out.2.2", "dz.hid.2 0.497"),
                            ERRORS),
                    new Expected(
                            OUTPUT,
                            join(List.of(MIDDLE, LAST)),
                            "backward",
                            List.of(),
                            Map.of(
                                    "w.out.1.1", "dw.out.1.1 0.077",
                                    "w.out.1.2", "dw.out.1.2 0.000",
                                    "w.out.2.1", "dw.out.2.1 −0.178",
                                    "w.out.2.2", "dw.out.2.2 0.000"),
                            ERRORS),
                    new Expected(
                            HIDDEN,
                            join(List.of(INPUTS, MIDDLE)),
                            "backward",
                            List.of(),
                            Map.of(
                                    "w.hid.1.1", "dw.hid.1.1 0.060",
                                    "w.hid.1.2", "dw.hid.1.2 0.060",
                                    "w.hid.2.1", "dw.hid.2.1 0.000",
                                    "w.hid.2.2", "dw.hid.2.2 0.000"),
                            ERRORS),
                    new Expected(
                            ALL,
                            join(List.of(INPUTS, MIDDLE, LAST)),
                            "none",
                            List.of(),
                            Map.of(
                                    "w.hid.1.1", "nw.hid.1.1 → 0.1840",
                                    "w.hid.1.2", "nw.hid.1.2 → 0.4140",
                                    "w.hid.2.1", "nw.hid.2.1 → −0.9400",
                                    "w.hid.2.2", "nw.hid.2.2 → 0.3000",
                                    "w.out.1.1", "nw.out.1.1 → −1.4077",
                                    "w.out.1.2", "nw.out.1.2 → −2.2000",
                                    "w.out.2.1", "nw.out.2.1 → −0.7922",
                                    "w.out.2.2", "nw.out.2.2 → −1.7000"),
                            ERRORS));

    /**
     * As it is drawn: an arrow's sense is from where its line begins to its tip; a number is
     * carried by the weight's label that it stands beside.
     */
    private static final String DRAWN =
            """
            () => {
              const drawing = document.querySelector('network-view svg.network');
              const all = (selector, root = drawing) => [...root.querySelectorAll(selector)];
              const ref = (e) => e.querySelector('[data-ref]').dataset.ref;
              const sense = (line, head) => {
                const [from, tip] = [line.getPointAtLength(0), head.getPointAtLength(0)];
                return tip.x > from.x ? 'forward' : 'backward';
              };
              const middle = (e) => {
                const box = e.getBBox();
                return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
              };
              const labels = all('.label.cw text:not(.delta)').map((e) => ({ q: e.closest('.label').dataset.ref, ...middle(e) }));
              const near = (load) => {
                const at = middle(load);
                const far = (label) => Math.hypot(label.x - at.x, label.y - at.y);
                return labels.sort((a, b) => far(a) - far(b))[0].q;
              };
              const lit = (place) => place.matches('[data-lit]');
              return {
                edges: all('.edge[data-lit]').map((e) => e.dataset.ref),
                nodes: all('.place').filter(lit).map(ref),
                arrows: all('.edge').filter((e) => e.querySelector('.head'))
                  .map((e) => `${e.dataset.ref} ${sense(e.querySelector('.line'), e.querySelector('.head'))}`),
                targets: all('.place').filter((e) => e.querySelector('.head'))
                  .map((e) => `${ref(e)} ${sense(e.querySelector('.end'), e.querySelector('.head'))}`),
                carried: Object.fromEntries(all('.load').map((e) => [near(e), `${e.dataset.ref} ${e.textContent.trim()}`])),
                errors: all('.mark.cdz').map((e) => e.dataset.ref),
                fainter: all('.edge:not([data-lit]), .place:not([data-lit])').every((e) => getComputedStyle(e).opacity < 0.5),
                full: all('[data-lit]').every((e) => getComputedStyle(e).opacity === '1'),
              };
            }\
            """;

    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "de-DE"})
    void eachStepLightsWhatItIsAboutAndNumbersRunTheirWay(String locale) {
        Page page = open("/", desk().setLocale(locale));
        for (int step = 0; step < STEPS.size(); step++) {
            Expected expected = STEPS.get(step);
            page.locator(".steps [data-step='" + step + "']").click();
            assertThat(page.locator("network-view")).hasAttribute("data-step", "" + step);
            settled(page);
            Map<?, ?> drawn = (Map<?, ?>) page.evaluate(DRAWN);
            String sense = " " + expected.arrows;
            List<String> arrows =
                    expected.arrows.equals("none")
                            ? List.of()
                            : expected.edges.stream().map(edge -> edge + sense).toList();
            assertThat(drawn.get("edges")).as("lit in " + step).isEqualTo(expected.edges);
            assertThat(drawn.get("nodes")).as("lit in " + step).isEqualTo(expected.nodes);
            assertThat(drawn.get("arrows")).as("arrows of " + step).isEqualTo(arrows);
            assertThat(drawn.get("targets"))
                    .as("arrows of " + step)
                    .isEqualTo(expected.targets.stream().map(y -> y + sense).toList());
            assertThat(drawn.get("carried"))
                    .as("carried in " + step)
                    .isEqualTo(in(locale, expected.carried));
            assertThat(drawn.get("errors")).as("errors in " + step).isEqualTo(expected.errors);
            assertThat(drawn.get("fainter")).as("the rest of " + step).isEqualTo(true);
            assertThat(drawn.get("full")).as("what is lit of " + step).isEqualTo(true);
        }
    }

    private static Map<String, String> in(String locale, Map<String, String> numbers) {
        if (!locale.startsWith("de")) {
            return numbers;
        }
        Map<String, String> german = new java.util.HashMap<>();
        numbers.forEach((edge, number) ->
                german.put(edge, number.replaceFirst("(\\d)\\.(\\d+)$", "$1,$2")));
        return german;
    }

    /** Too many edges for an arrow each: one below each gap. */
    @Test
    void aDenseDrawingHasAnArrowBelowEachGapThatIsLit() {
        String link = Networks.link(Networks.tanh(1, 16, 12, 12, 3));
        Page page = open(link);
        for (List<?> expected :
                List.of(
                        List.of("forward", "forward", "forward", "forward"),
                        List.of("backward"),
                        List.of("backward", "backward"),
                        List.of("backward"),
                        List.of("backward", "backward"),
                        List.of())) {
            settled(page);
            Object drawn =
                    page.evaluate(
                            """
                            [...document.querySelectorAll('network-view .way')].map((e) =>
                              e.querySelector('.head').getPointAtLength(0).x > e.querySelector('.end').getPointAtLength(0).x
                                ? 'forward' : 'backward')\
                            """);
            assertThat(drawn).isEqualTo(expected);
            page.keyboard().press("PageDown");
        }
        assertThat(page.locator("network-view .edge .head")).hasCount(0);
        Page selected = open(link + "&sel=dw.out.2.3");
        assertThat(selected.locator("network-view .runs path")).hasCount(1);
        assertThat(page.locator("network-view .runs path")).hasCount(0);
    }
}
