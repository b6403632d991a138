package org.chainrule.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of the worksheet as it stands on the page. */
class TakeAwayBrowserTest extends BrowserTest {
    @ParameterizedTest
    @CsvSource({
        "Worksheet (JSON), .json, 0.625",
        "Worked solution (LaTeX), .tex, 0.625",
        "Drawing (TikZ), .tex, tikzpicture",
        "Neurons (CSV), .csv, hid",
        "Weights and biases (CSV), .csv, 0.625",
        "Samples (CSV), .csv, x",
        "Program (NumPy), .py, 0.625",
        "Program (PyTorch), .py, 0.625",
        "Program (Java), .java, 0.625"
    })
    void aFileHasTheNumbersOfTheLastEdit(String name, String ending, String content)
            throws IOException {
        Page page = open("/");
        type(page, "w.hid.1.1", "0.625");
        assertThat(input(page, "w.hid.1.1")).hasValue("0.625");
        page.getByText("Exact", new Page.GetByTextOptions().setExact(true)).first().click();
        assertThat(number(page, "p.hid.1")).hasText("1.0450");
        page.locator("summary", new Page.LocatorOptions().setHasText("Download")).click();
        Download file = page.waitForDownload(() -> page.getByText(name).click());
        assertThat(file.suggestedFilename()).endsWith(ending);
        assertThat(Files.readString(file.path())).contains(content);
    }
}
