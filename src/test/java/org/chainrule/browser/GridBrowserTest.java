package org.chainrule.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Where numbers and controls stand, in every engine alike. */
class GridBrowserTest extends BrowserTest {
    private static final String PINNED = "/?pin=w.hid.1.1:0.3";

    private static Browser.NewContextOptions window(int width, String language) {
        return new Browser.NewContextOptions().setLocale(language).setViewportSize(width, 844);
    }

    static Stream<Arguments> pages() {
        String pin = "&pin=w.h1.1.1:0.5,b.h1.1:-0.25,x.1:0.125";
        String broad = Networks.link(Networks.tanh(1, 2, 3, 3, 1)) + pin;
        String wide = Networks.link(Networks.tanh(1, 8, 8, 8, 1)) + pin;
        return Stream.of(
                Arguments.of("/", 1440, "en-GB"),
                Arguments.of(PINNED + "&step=5", 1440, "de-DE"),
                Arguments.of(PINNED + "&tab=compare", 390, "en-GB"),
                Arguments.of(broad, 1024, "de-DE"),
                Arguments.of(broad, 390, "en-GB"),
                Arguments.of(wide, 1440, "en-GB"),
                Arguments.of(wide + "&tab=data", 390, "de-DE"),
                Arguments.of("/?tab=build", 390, "de-DE"),
                Arguments.of("/?from=xor&tab=train", 390, "de-DE"),
                Arguments.of("/?from=xor&tab=data", 1440, "en-GB"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyBoxHoldsItsTextAndNoNumberStandsOnAnother(String link, int width, String language) {
        Page page = open(link, window(width, language));
        assertThat(Boxes.faults(page)).isEmpty();
        assertThat(Overlaps.of(page)).isEmpty();
    }

    /** Without a change two lines stand in a box, with one three. */
    @ParameterizedTest
    @CsvSource({
        "/, 1440, 58, 62",
        "/, 390, 58, 62",
        PINNED + ", 1440, 72, 82",
        PINNED + ", 390, 72, 82"
    })
    void theBoxesOfARowAreEquallyHighAndAsHighInEveryEngine(
            String link, int width, int least, int most) {
        Page page = open(link, window(width, "en-GB"));
        settled(page);
        for (Locator row : page.locator(".wg tbody tr").all()) {
            List<Double> heights =
                    row.locator("td").all().stream().map(box -> box.boundingBox().height).toList();
            assertThat(heights).allMatch(height -> Math.abs(height - heights.getFirst()) < 0.1);
        }
        assertThat(page.locator(".wg tbody td").first().boundingBox().height)
                .isBetween((double) least, (double) most);
    }

    @ParameterizedTest
    @CsvSource({"/, 1440", PINNED + ", 1440", PINNED + ", 390"})
    void aClickHitsTheNumberItAimsAt(String link, int width) {
        Page page = open(link, window(width, "en-GB"));
        settled(page);
        for (Locator number : page.locator(".wg input").all()) {
            number.scrollIntoViewIfNeeded();
            BoundingBox box = number.boundingBox();
            page.mouse().click(box.x + box.width / 2, box.y + box.height / 2);
            assertThat(number).isFocused();
            assertThat(page.locator("chainrule-page"))
                    .hasJSProperty("selected", number.getAttribute("data-q"));
        }
    }

    @Test
    void theHeadsOfAGridThatScrollsHideWhatIsBehindThem() {
        Page page = open(Networks.link(Networks.tanh(1, 8, 20, 1)), window(1440, "en-GB"));
        Locator grid = page.locator(".wg.wide").first();
        grid.evaluate("e => { e.scrollIntoView(); e.scrollTo(60, 130); }");
        settled(page);
        assertThat(
                        (List<?>)
                                grid.evaluate(
                                        """
                                        (e) => {
                                          const head = e.querySelector('thead th:nth-child(4)').getBoundingClientRect();
                                          const side = e.querySelector('tbody tr:nth-child(4) th').getBoundingClientRect();
                                          const at = (x, y) => !!document.elementFromPoint(x, y).closest('th, thead td');
                                          return [at(head.left + 9, head.top + 4), at(side.left + 9, side.top + side.height / 2)];
                                        }\
                                        """))
                .allMatch(Boolean.TRUE::equals);
    }
}
