package org.chainrule.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An exercise on paper, and its solution sheet; the first worksheet's numbers are the sheet's. */
class ExerciseSheetBrowserTest extends BrowserTest {
    private static final String TWO_THREE_TWO =
            "?v=1&n=2&l1=hid:sigmoid:0.3,-0.5;0.8,0.2;-0.4,0.7&b1=0.1,-0.2,0.3"
                    + "&l2=out:sigmoid:0.6,-0.9,0.4;-0.7,0.5,1.1&b2=0.2,-0.1"
                    + "&x=0.5,1.5&y=0,1&opt=sgd:0.1&paper=2,3";

    /** Pixels of a screen that are one of the page, so that it is as fine as print. */
    private static final int FINE = 4;

    /** White squares on each side of a code. */
    private static final int QUIET = 4;

    private Page sheet(String link) {
        Page page = visit(link, desk());
        assertThat(page.locator(".sheet .fill").first()).isVisible();
        return page;
    }

    /** What is given stands there; what is asked, and follows from it, nowhere in the page. */
    @Test
    void theExerciseSheetHasEmptyBoxesAndNoNumberThatIsAsked() {
        Page page = sheet("/exercise?ask=0-5");
        assertThat(page.locator(".sheet .fill")).hasCount(29);
        for (Locator box : page.locator(".sheet .fill").all()) {
            assertThat(box).hasText("");
        }
        assertThat(page.locator(".sheet")).containsText("−1.40");
        String shown = (String) page.evaluate("() => document.documentElement.outerHTML");
        String scene =
                (String)
                        page.evaluate(
                                "() => JSON.stringify(document.querySelector('network-view').scene,"
                                        // How thick an edge is.
                                        + " (key, value) => key === 'relative' ? 0 : value)");
        for (String number :
                List.of("0.61", "0.64", "0.85", "0.49", "0.077", "0.178", "1.4077", "0.1840")) {
            assertThat(shown + scene).doesNotContain(number);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/key?ask=1-5, 0.60 −1.24 0.06 0.22 0.077 −0.178 0.1840 −1.4077",
        "/key?ask=1-5&lang=de, '0,60 −1,24 0,06 0,22 0,077 −0,178 0,1840 −1,4077'"
    })
    void theSolutionSheetHasThemInTheirBoxesAndWorkedOut(String link, String numbers) {
        Page page = sheet(link);
        for (String number : numbers.split(" ")) {
            assertThat(
                            page.locator(".sheet .fill")
                                    .filter(new Locator.FilterOptions().setHasText(number))
                                    .first())
                    .isVisible();
            assertThat(
                            page.locator(".sheet math")
                                    .filter(new Locator.FilterOptions().setHasText(number))
                                    .first())
                    .isVisible();
        }
    }

    @ParameterizedTest
    @CsvSource({"/exercise, 2", "/key, 3"})
    void aTwoThreeTwoTakesFewSides(String root, int most) {
        for (String ask : List.of("&ask=1-5", "&ask=0-5&lang=de", "&ask=1-5&not=textbook,delta")) {
            Page page = sheet(root + TWO_THREE_TWO + ask);
            byte[] pdf = page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
            String text = new String(pdf, StandardCharsets.ISO_8859_1);
            assertThat(text.split("/Type /Page\\b(?!s)", -1).length - 1).as(ask).isBetween(1, most);
        }
    }

    /** From the exercise to paper, to its solutions, and back to the very same numbers. */
    @Test
    void sheetsLeadToEachOtherAndBack() {
        Page page = visit("/practise?ask=1", desk());
        page.getByText("New numbers").click();
        assertThat(page.locator("[data-q='w.hid.1.1']").first()).not().hasText("0.19");
        String weight = page.locator("[data-q='w.hid.1.1']").first().textContent();
        page.locator("header .paper").click();
        assertThat(page.locator(".sheet .fill")).hasCount(2);
        assertThat(page.locator(".sheet")).containsText(weight);
        assertThat(page.locator(".permalink a")).isVisible();
        page.getByText("Solution sheet").click();
        assertThat(page.locator(".sheet .fill").first()).not().hasText("");
        page.getByText("Back to the exercise").click();
        assertThat(page.locator("[data-answer]")).hasCount(2);
        assertThat(page.locator("[data-q='w.hid.1.1']").first()).hasText(weight);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/exercise?ask=0-5", "/key?ask=0-5&lang=de", "/exercise?from=line"})
    void nothingIsWiderThanThePaperAndAxeFindsNothing(String link) {
        Page page = sheet(link);
        axeFindsNothing(page);
        page.setViewportSize(688, 971);
        fitsPaper(page);
    }

    /** Each has numbers of its own, its link makes it again, and one key has them all. */
    @Test
    void aPileOfVariantsHasOneKey() {
        Page page = sheet("/exercise/7" + TWO_THREE_TWO + "&ask=0-5");
        Locator sheets = page.locator(".sheet");
        assertThat(sheets).hasCount(7);
        assertThat(sheets.last().locator("h1")).containsText("7");
        int boxes = sheets.first().locator(".fill").count();
        assertThat(page.locator(".fill")).hasCount(7 * boxes);
        assertThat(page.locator(".fill:not(:empty)")).hasCount(0);
        List<String> links = page.locator(".sheet .permalink a").allTextContents();
        assertThat(links).hasSize(7).doesNotHaveDuplicates();
        byte[] pdf = page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
        String text = new String(pdf, StandardCharsets.ISO_8859_1);
        assertThat(text.split("/Type /Page\\b(?!s)", -1).length - 1).isBetween(7, 14);
        axeFindsNothing(page);
        page.locator("a.other").click();
        assertThat(page.locator(".sheet")).hasCount(7);
        assertThat(page.locator(".fill")).hasCount(7 * boxes);
        assertThat(page.locator(".fill:empty")).hasCount(0);
        assertThat(page.locator(".sheet .permalink a").allTextContents()).isEqualTo(links);
        List<String> third = page.locator(".sheet").nth(2).locator(".fill").allTextContents();
        page.setViewportSize(688, 971);
        fitsPaper(page);
        page.navigate(links.get(2).replace("/practise?", "/key?"));
        assertThat(page.locator(".fill")).hasCount(boxes);
        assertThat(page.locator(".fill").allTextContents()).isEqualTo(third);
    }

    /** More than there may be are as many as there may be; none is one. */
    @ParameterizedTest
    @CsvSource({"/exercise/99?ask=1, 50", "/key/00?ask=1, 1"})
    void aPileIsNoLargerThanItMayBe(String link, int sheets) {
        assertThat(sheet(link).locator(".sheet")).hasCount(sheets);
    }

    /** Read off the page, each code is its sheet's link. */
    @ParameterizedTest
    @ValueSource(strings = {"", "&lang=de&title=%C3%9Cbung%20%E2%9C%93"})
    void aCodeOnPaperLeadsToItsExercise(String more) throws Exception {
        Page page =
                visit(
                        "/exercise/3" + TWO_THREE_TWO + "&ask=0-5" + more,
                        desk().setDeviceScaleFactor(FINE));
        Locator codes = page.locator(".sheet .qr svg");
        assertThat(codes).hasCount(3);
        for (int i = 1; i < 3; i++) {
            assertThat(read(codes.nth(i)))
                    .isEqualTo(page.locator(".sheet .permalink a").nth(i).getAttribute("href"));
        }
        page.navigate(read(codes.first()));
        assertThat(page.locator("[data-q='w.hid.2.2']").first())
                .hasText(more.isEmpty() ? "0.20" : "0,20");
        assertThat(page.locator("[data-answer]").first()).isVisible();
    }

    /**
     * The middle of each square, as a reader has it that has found the corners. A picture begins at
     * a whole pixel of the page.
     */
    private static String read(Locator code) throws Exception {
        code.scrollIntoViewIfNeeded();
        BoundingBox box = code.boundingBox();
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(code.screenshot()));
        int all = Integer.parseInt(code.getAttribute("viewBox").split(" ")[2]);
        double square = FINE * box.width / all;
        double left = FINE * (box.x - Math.floor(box.x));
        double top = FINE * (box.y - Math.floor(box.y));
        BitMatrix squares = new BitMatrix(all - 2 * QUIET);
        for (int y = 0; y < squares.getHeight(); y++) {
            for (int x = 0; x < squares.getWidth(); x++) {
                int pixel =
                        image.getRGB(
                                (int) (left + (x + QUIET + 0.5) * square),
                                (int) (top + (y + QUIET + 0.5) * square));
                if ((pixel & 0xff) < 0x80) {
                    squares.set(x, y);
                }
            }
        }
        return new Decoder().decode(squares).getText();
    }
}
