package org.chainrule.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is drawn can be read: no text of the drawing is under 11 pixels on a desk's screen. */
class LegibleBrowserTest extends BrowserTest {
    private static final double LEAST = 11;

    private static final Map<String, String> LINKS =
            Map.of(
                    "first with pin",
                    "/?pin=w.hid.1.1:0.3,w.out.2.1:1",
                    "8 layers deep",
                    Networks.link(Networks.tanh(1, 2, 3, 3, 3, 3, 3, 3, 3, 2)),
                    "16 wide",
                    Networks.link(Networks.tanh(1, 16, 16, 16, 4)),
                    "3-6-6-2",
                    Networks.link(Networks.tanh(1, 3, 6, 6, 2)),
                    "softmax",
                    "/?from=softmax",
                    "vanishing",
                    "/?from=vanishing");

    static Stream<Arguments> windows() {
        return LINKS.keySet().stream()
                .sorted()
                .flatMap(name ->
                        Stream.of(
                                Arguments.of(name, 1280, 720),
                                Arguments.of(name, 1440, 900),
                                Arguments.of(name, 1920, 1080)));
    }

    @ParameterizedTest
    @MethodSource("windows")
    void noTextOfTheDrawingIsSmall(String worksheet, int width, int height) {
        Page page = open(LINKS.get(worksheet), window(width, height, "en-GB"));
        for (Locator step : page.locator(".steps button:visible").all()) {
            step.click();
            assertThat(step).hasAttribute("aria-current", "step");
            settled(page);
            assertThat(PresentBrowserTest.smaller(page, LEAST))
                    .as(worksheet + ", " + step.textContent())
                    .isEmpty();
        }
    }
}
