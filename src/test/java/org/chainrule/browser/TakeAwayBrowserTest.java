package org.chainrule.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Files of the worksheet as it stands on the page. */
class TakeAwayBrowserTest extends BrowserTest {
    @ParameterizedTest
    @CsvSource({
        "Worksheet (JSON), .json, 0.625",
        "Worked solution (LaTeX), .tex, 0.625",
        "Drawing (TikZ), .tex, tikzpicture",
        "Neurons (CSV), .csv, hid",
        "Parameters (CSV), .csv, 0.625",
        "Samples (CSV), .csv, x",
        "Program (NumPy), .py, 0.625",
        "Program (PyTorch), .py, 0.625",
        "Program (Java), .java, 0.625"
    })
    void aFileHasTheNumbersOfTheLastEdit(String name, String ending, String content)
            throws IOException {
        Page page = open("/");
        type(page, "w.hid.1.1", "0.625");
        assertThat(input(page, "w.hid.1.1")).hasValue(typed("0.625"));
        page.getByText("Exact", new Page.GetByTextOptions().setExact(true)).first().click();
        assertThat(number(page, "p.hid.1")).hasText("1.0450");
        Download file = download(page, AriaRole.LINK, name);
        assertThat(file.suggestedFilename()).endsWith(ending);
        assertThat(Files.readString(file.path())).contains(content);
    }

    @Test
    void filesAreNamedAfterTheTitle() {
        Page page = open("/?v=1&t=*C3*9Cbung_3:_*CF*83&n=1&l1=out:sigmoid:1&x=1&y=1&opt=sgd:0.1");
        assertThat(download(page, AriaRole.LINK, "Worksheet (JSON)").suggestedFilename())
                .isEqualTo("übung-3-σ.json");
        assertThat(download(page, AriaRole.BUTTON, "Drawing (SVG)").suggestedFilename())
                .isEqualTo("übung-3-σ.svg");
    }

    /** In the dark, with a number selected: the file has the light theme's colours and no ring. */
    @Test
    void theDrawingIsAnSvgThatStandsAlone() throws Exception {
        Page page =
                open(
                        "/?sel=w.out.1.1",
                        new Browser.NewContextOptions().setColorScheme(ColorScheme.DARK));
        String svg = Files.readString(download(page, AriaRole.BUTTON, "Drawing (SVG)").path());
        Document document = parse(svg);
        assertThat(document.getDocumentElement().getAttribute("width")).isEqualTo("860");
        assertThat(texts(document)).contains("−0.85", "0.30", "−1.40", "n₁ hid · ReLU");
        assertThat(document.getElementsByTagName("circle").getLength()).isEqualTo(4);
        assertThat(svg)
                .contains("fill=\"rgb(31, 79, 216)\"")
                .doesNotContain("data-", "class=", "role=", "<!--", "var(", "NaN");
        assertThat(ink(page, svg)).isGreaterThan(2_000);
        assertThat(page.locator("html")).not().hasAttribute("data-theme", "light");
    }

    @Test
    void theDrawingIsAPngOfTwiceAsManyPixelsOnWhite() throws IOException {
        Page page = open("/");
        BufferedImage png =
                ImageIO.read(download(page, AriaRole.BUTTON, "Drawing (PNG)").path().toFile());
        assertThat(png.getWidth()).isEqualTo(2 * 860);
        assertThat(png.getRGB(0, 0)).isEqualTo(0xFFFFFFFF);
        long dark =
                IntStream.range(0, png.getWidth() * png.getHeight())
                        .filter(i ->
                                (png.getRGB(i % png.getWidth(), i / png.getWidth()) & 0xFF) < 128)
                        .count();
        assertThat(dark).isGreaterThan(8_000);
    }

    /** U+000B, U+FFFE and U+FFFF are no characters of XML, not even escaped. */
    @Test
    void noTitleMakesADrawingThatNobodyReads() throws Exception {
        String title = "a*0B*EF*BF*BE*EF*BF*BF%3C*F0*9D*95*8F%26z";
        Page page = open("/?v=1&t=" + title + "&n=1&l1=out:relu:1&x=1&y=1&opt=sgd:0.1");
        String svg = Files.readString(download(page, AriaRole.BUTTON, "Drawing (SVG)").path());
        assertThat(parse(svg).getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo("a\ufffd\ufffd\ufffd<𝕏&z · Chainrule");
        Download png = download(page, AriaRole.BUTTON, "Drawing (PNG)");
        assertThat(ImageIO.read(png.path().toFile()).getWidth()).isPositive();
    }

    /**
     * What is pressed on the drawing does not belong into its picture, however long it is shown.
     */
    @Test
    void theControlsOnTheDrawingAreLeftOut() throws Exception {
        Page page = open("/?tab=build");
        page.locator("svg.network .control").first().focus();
        assertThat(page.locator("svg.network .control").first()).isVisible();
        String before = Files.readString(download(page, AriaRole.BUTTON, "Drawing (SVG)").path());
        assertThat(texts(parse(before))).doesNotContain("hid · ReLU").contains("n₁ hid · ReLU");
        assertThat(parse(before).getElementsByTagName("circle").getLength()).isEqualTo(4);
    }

    /** 8 layers of 16 and 16 inputs: nodes without numbers, and only the largest weights. */
    @Test
    void aThinnedDrawingIsTakenAsItIsSeen() throws Exception {
        Page page =
                open(
                        Networks.link(Networks.tanh(1, Networks.deep()))
                                + "&sel=w.h2.3.4&pin=w.h2.3.4:0.5");
        page.locator("svg.network.dense .label .delta").waitFor();
        int edges = page.locator("svg.network .edge .line").count();
        assertThat(edges).isBetween(200, 400);
        String svg = Files.readString(download(page, AriaRole.BUTTON, "Drawing (SVG)").path());
        Document document = parse(svg);
        assertThat(document.getElementsByTagName("path").getLength()).isEqualTo(edges);
        // A weight and its change, and the names of 16 inputs and 16 targets.
        assertThat(texts(document)).hasSize(2 + 32);
        assertThat(ink(page, svg)).isGreaterThan(20_000);
        BufferedImage png =
                ImageIO.read(download(page, AriaRole.BUTTON, "Drawing (PNG)").path().toFile());
        assertThat(png.getWidth()).isEqualTo(2 * 890);
    }

    /** The button stands where the pointer or the focus is, and is the formula's next stop. */
    @Test
    void everyFormulaIsCopiedAsLatex() {
        Page page =
                open(
                        "/?step=3&sel=w.out.1.1&lang=de",
                        desk().setPermissions(List.of("clipboard-read", "clipboard-write")));
        page.locator(".content .instances .eq").nth(1).hover();
        page.locator(".tex").click();
        assertThat(page.locator(".notice")).not().isEmpty();
        assertThat(clipboard(page))
                .startsWith("\\frac{\\partial J}{\\partial \\Theta_{12}^{")
                .endsWith("\\cdot 0{,}00 = 0{,}000");
        page.mouse().move(0, 0);
        page.locator(".selected details .eq").nth(1).focus();
        page.keyboard().press("Tab");
        assertThat(page.locator(".tex")).isFocused();
        axeFindsNothing(page);
        page.keyboard().press("Enter");
        page.waitForCondition(() -> clipboard(page).startsWith("= 0{,}60 \\cdot"));
        page.locator(".body > .tex-all").click();
        page.waitForCondition(
                () -> clipboard(page).lines().filter(l -> l.startsWith("\\[")).count() == 5);
    }

    private static String clipboard(Page page) {
        return (String) page.evaluate("navigator.clipboard.readText()");
    }

    private static Document parse(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)));
    }

    private static List<String> texts(Document document) {
        NodeList texts = document.getElementsByTagName("text");
        return IntStream.range(0, texts.getLength())
                .mapToObj(i -> texts.item(i).getTextContent())
                .toList();
    }

    /** How many pixels are painted where {@code svg} is the source of an image. */
    private static int ink(Page page, String svg) {
        return (int)
                page.evaluate(
                        """
                        async (svg) => {
                          const image = new Image();
                          image.src = 'data:image/svg+xml,' + encodeURIComponent(svg);
                          await image.decode();
                          const canvas = document.createElement('canvas');
                          [canvas.width, canvas.height] = [image.width, image.height];
                          const context = canvas.getContext('2d');
                          context.drawImage(image, 0, 0);
                          const pixels = context.getImageData(0, 0, image.width, image.height).data;
                          return pixels.filter((value, i) => i % 4 === 3 && value > 0).length;
                        }\
                        """,
                        svg);
    }

    private static Download download(Page page, AriaRole role, String name) {
        page.locator("summary", new Page.LocatorOptions().setHasText("File")).click();
        return page.waitForDownload(
                () -> page.getByRole(role, new Page.GetByRoleOptions().setName(name)).click());
    }
}
