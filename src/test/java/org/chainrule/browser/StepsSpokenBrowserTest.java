package org.chainrule.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The first worksheet's steps as a screen reader walks through them: the drawing and the panel in
 * the accessibility tree, as they are kept in {@code spoken}. What is said now is written to {@code
 * target/spoken}, to be kept where the change is meant.
 */
class StepsSpokenBrowserTest extends BrowserTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void aStepIsSaidAsItIsKept(int step) throws IOException {
        Page page = open("/?step=" + step);
        assertThat(page.locator("network-view .place").last()).isVisible();
        settled(page);
        String said =
                page.locator("network-view").ariaSnapshot()
                        + "\n"
                        + page.locator("[role=tabpanel].step").ariaSnapshot()
                        + "\n";
        Path now = Path.of("target", "spoken", "step-" + step + ".yaml");
        Files.createDirectories(now.getParent());
        Files.writeString(now, said);
        try (InputStream kept = getClass().getResourceAsStream("spoken/step-" + step + ".yaml")) {
            assertThat(kept).isNotNull();
            assertThat(said).isEqualTo(new String(kept.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
