package org.chainrule.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a network makes of one input, or of two, as pictures. */
class OutputBrowserTest extends BrowserTest {
    /** z = x₁ over the samples (0, 0) and (1, 1): from their range's lower to its upper end. */
    private static final String PLANE =
            "/?v=1&n=2&l1=out:identity:1,0&x=0,0;1,1&y=0;1&opt=sgd:0.1&tab=train";

    /** z = 2x − 1 through the samples. */
    private static final String LINE =
            "/?v=1&n=1&l1=out:identity:2&b1=-1&x=0;1&y=-1;1&opt=sgd:0.1&tab=train";

    @ParameterizedTest
    @CsvSource({"LIGHT, 2166c4, d9730d", "DARK, 5b9bf0, f0913a"})
    void theMapGoesFromTheLowToTheHighColourAsTheOutputDoes(
            ColorScheme theme, String low, String high) {
        Page page = open(PLANE, desk().setColorScheme(theme));
        List<String> row = row(page);
        assertThat(row.getFirst()).isEqualTo(low);
        assertThat(row.getLast()).isEqualTo(high);
        assertThat(column(page).stream().distinct()).hasSize(1);
    }

    @Test
    void theMapFollowsAnEdit() {
        Page page = open(PLANE);
        assertThat(row(page).stream().distinct().count()).isGreaterThan(20);
        type(page, "w.out.1.1", "0");
        type(page, "w.out.1.2", "1");
        page.waitForCondition(() -> column(page).getFirst().equals("d9730d"));
        assertThat(row(page).stream().distinct()).hasSize(1);
        assertThat(column(page).getLast()).isEqualTo("2166c4");
    }

    @Test
    void theSamplesStandWhereTheirInputsAre() {
        Page page = open(PLANE);
        assertThat(page.locator("output-map svg").first().locator(".dot")).hasCount(2);
        List<?> places = places(page, "output-map .map .dot", "output-map .frame");
        double share = 0.12 / 1.24;
        assertThat(number(places, 0)).isCloseTo(share, offset(0.01));
        assertThat(number(places, 1)).isCloseTo(share, offset(0.01));
        assertThat(number(places, 2)).isCloseTo(1 - share, offset(0.01));
        assertThat(number(places, 3)).isCloseTo(1 - share, offset(0.01));
    }

    @Test
    void classesAreTheLargestOutputAndOneOfThemCanBeChosen() {
        Page page =
                open(
                        "/?v=1&n=2&l1=out:softmax:4,0;0,4;-4,-4&x=1,0;0,1;-1,-1"
                                + "&y=1,0,0;0,1,0;0,0,1&loss=cross-entropy&opt=sgd:0.1&tab=train");
        assertThat(page.locator("output-map .legend.classes li")).hasCount(3);
        assertThat(row(page).getFirst()).isEqualTo("009e73");
        assertThat(row(page).getLast()).isEqualTo("0072b2");
        assertThat(column(page).getFirst()).isEqualTo("e69f00");
        page.locator(".outputs select").selectOption("2");
        assertThat(page.locator("output-map .legend.value")).isVisible();
        page.waitForCondition(() -> column(page).getFirst().equals("d9730d"));
    }

    @Test
    void theCurveOfALinearNeuronIsALineThroughItsSamples() {
        Page page = open(LINE);
        List<?> ends =
                (List<?>)
                        page.evaluate(
                                """
                                () => {
                                  const [path, first, second] = ['path.run', '.dot', '.dot ~ .dot']
                                    .map(s => document.querySelector('output-line ' + s));
                                  const length = path.getTotalLength();
                                  const [a, m, b] = [0, 0.5, 1].map(t => path.getPointAtLength(t * length));
                                  const off = (x, y) => y - a.y - (x - a.x) * (b.y - a.y) / (b.x - a.x);
                                  const centre = (c) => [Number(c.getAttribute('cx')), Number(c.getAttribute('cy'))];
                                  return [off(m.x, m.y), off(...centre(first)), off(...centre(second)), a.y - b.y];
                                }\
                                """);
        for (int i = 0; i < 3; i++) {
            assertThat(number(ends, i)).isBetween(-0.5, 0.5);
        }
        assertThat(number(ends, 3)).isGreaterThan(100);
        type(page, "w.out.1.1", "-2");
        assertThat(page.locator("output-line svg")).isVisible();
        page.waitForFunction(
                """
                () => { const path = document.querySelector('output-line path.run');
                  return path.getPointAtLength(0).y < path.getPointAtLength(path.getTotalLength()).y; }\
                """);
    }

    @Test
    void anOutputThatIsNotFiniteLeavesAGap() {
        Page page = open(PLANE.replace("1,0&x", "1e308,0&x").replace("1,1&y", "3,3&y"));
        assertThat(row(page).getFirst()).isEqualTo("2166c4");
        assertThat(row(page).getLast()).isEqualTo("none");
    }

    private static double number(List<?> list, int i) {
        return ((Number) list.get(i)).doubleValue();
    }

    /** The middles of {@code things} as shares of the frame, from its lower left corner. */
    private static List<?> places(Page page, String things, String frame) {
        return (List<?>)
                page.evaluate(
                        """
                        ([things, frame]) => {
                          const box = document.querySelector(frame).getBoundingClientRect();
                          return [...document.querySelectorAll(things)].flatMap(e => {
                            const b = e.getBoundingClientRect();
                            return [((b.left + b.right) / 2 - box.left) / box.width,
                              (box.bottom - (b.top + b.bottom) / 2) / box.height];
                          });
                        }\
                        """,
                        List.of(things, frame));
    }

    /** The colours of the map's lowest row, from left to right. */
    private static List<String> row(Page page) {
        return colours(page, "(i, n) => [i, n - 1]");
    }

    /** The colours of the map's first column, from top to bottom. */
    private static List<String> column(Page page) {
        return colours(page, "(i, _) => [0, i]");
    }

    @SuppressWarnings("unchecked")
    private static List<String> colours(Page page, String place) {
        page.waitForFunction(
                "[...document.querySelectorAll('output-map canvas')].some(c => c.width === 40)");
        return (List<String>)
                page.evaluate(
                        """
                        () => {
                          const canvas = document.querySelector('output-map canvas');
                          const n = canvas.width;
                          const place = %s;
                          return Array.from({ length: n }, (_, i) => {
                            const [r, g, b, a] = canvas.getContext('2d').getImageData(...place(i, n), 1, 1).data;
                            return a === 0 ? 'none' : [r, g, b].map(c => c.toString(16).padStart(2, '0')).join('');
                          });
                        }\
                        """
                                .formatted(place));
    }
}
