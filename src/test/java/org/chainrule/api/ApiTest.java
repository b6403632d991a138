package org.chainrule.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chainrule.Application;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The HTTP face over a real socket. */
@SpringBootTest(
        classes = Application.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "server.address=127.0.0.1")
class ApiTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String EXACT =
            "v=1&n=2&l1=hid:relu:0.19,0.42;-0.94,0.3&l2=out:sigmoid:-1.4,-2.2;-0.81,-1.7&x=1,1&y=0,1&opt=sgd:0.1";

    @LocalServerPort private int port;

    private HttpResponse<String> call(String path, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (body != null) {
            request.header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body));
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    @ParameterizedTest
    @CsvSource({"100, false", "101, true"})
    void manySamplesOwnNumbersAreLeftOutUnlessAskedFor(int samples, boolean leftOut)
            throws Exception {
        // 1,000 parameters
        String row = "[1" + ",1".repeat(19) + "]";
        String sample = "{\"x\": " + row + ", \"y\": [0" + ",0".repeat(49) + "]}";
        String document =
                """
                {"version": 1, "inputs": 20, "samples": [%s],
                 "layers": [{"activation": "tanh", "weights": [%s]}]}\
                """
                        .formatted(repeated(sample, samples), repeated(row, 50));
        JsonNode solution = MAPPER.readTree(call("/api/solve", document).body());
        assertThat(solution.at("/samples").isNull()).isEqualTo(leftOut);
        assertThat(solution.path("samplesLeftOut").asInt(0)).isEqualTo(leftOut ? samples : 0);
        JsonNode all = MAPPER.readTree(call("/api/solve?samples=all", document).body());
        assertThat(all.path("samples").size()).isEqualTo(samples);
        assertThat(all.has("samplesLeftOut")).isFalse();
        assertThat(all.path("gradient")).isEqualTo(solution.path("gradient"));
    }

    @Test
    void aLinkMayAskForAllSamplesToo() throws Exception {
        HttpResponse<String> asked = call("/api/solve?samples=all&" + EXACT, null);
        assertThat(asked.body()).isEqualTo(call("/api/solve?" + EXACT, null).body());
        assertThat(asked.headers().firstValue("Chainrule-Ignored")).isEmpty();
    }

    private static String repeated(String text, int count) {
        return String.join(",", java.util.Collections.nCopies(count, text));
    }

    /** Of an exercise what is asked, and what is worked out from it, is null. */
    @Test
    void anExercisesAskedNumbersAreNull() throws Exception {
        JsonNode asked = MAPPER.readTree(call("/api/solve?ask=2-3&" + EXACT, null).body());
        JsonNode all = MAPPER.readTree(call("/api/solve?" + EXACT, null).body());
        for (String given : List.of("/loss", "/samples/0/layers/0/p", "/samples/0/layers/1/dz")) {
            assertThat(asked.at(given)).as(given).isEqualTo(all.at(given));
        }
        for (String kept :
                List.of(
                        "/samples/0/layers/0/dz/0",
                        "/samples/0/layers/0/slope/0",
                        "/samples/0/layers/1/dw/0/0",
                        "/samples/0/dx/0",
                        "/gradient/0/dw/0/0",
                        "/updated/1/weights/0/0")) {
            assertThat(asked.at(kept).isNull()).as(kept).isTrue();
            assertThat(all.at(kept).isNumber()).as(kept).isTrue();
        }
    }

    @Test
    void anEmptyQueryIsTheFirstWorksheetAsOnPaper() throws Exception {
        HttpResponse<String> response = call("/api/solve", null);
        JsonNode solution = MAPPER.readTree(response.body());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(solution.at("/gradient/1/dw/0/0").doubleValue()).isEqualTo(0.077);
        assertThat(solution.at("/updated/1/weights/0/0").doubleValue()).isEqualTo(-1.4077);
        assertThat(solution.at("/gradient/0/db").isNull()).isTrue();
    }

    /** The numbers are NumPy's. */
    @Test
    void theStateThatIsCarriedOnIsThereAfterTheUpdate() throws Exception {
        String link =
                "v=1&n=2&l1=out:identity:0.5,-0.3&b1=0.1&x=1,2&y=1&opt=adam:0.1:0.9:0.999:1e-8";
        String state = "&state=2:m:-0.2,-0.4!-0.2:v:0.004,0.016!0.004";
        JsonNode solution = MAPPER.readTree(call("/api/solve?" + link + state, null).body());
        assertThat(solution.at("/permalink").stringValue()).endsWith(state);
        assertThat(solution.at("/state/t").intValue()).isEqualTo(3);
        has(solution, "/state/m/0/weights/0/1", -0.76);
        has(solution, "/state/v/0/biases/0", 0.007996);
        has(solution, "/state/mHat/0/weights/0/0", -1.402214022140222);
        has(solution, "/state/vHat/0/weights/0/1", 10.672001777777187);
        has(solution, "/updated/0/weights/0/1", -0.2141537446862365);
        has(solution, "/updated/0/biases/0", 0.1858462550509798);
        JsonNode fresh = MAPPER.readTree(call("/api/solve?" + link, null).body());
        assertThat(fresh.has("state")).isFalse();
    }

    private static void has(JsonNode solution, String at, double value) {
        assertThat(solution.at(at).doubleValue()).as(at).isCloseTo(value, within(1e-14));
    }

    @Test
    void slopesAndTheInputsGradientsAreThere() throws Exception {
        JsonNode paper = MAPPER.readTree(call("/api/solve", null).body()).at("/samples/0");
        assertThat(paper.at("/layers/0/slope").toString()).isEqualTo("[1,0]");
        assertThat(paper.at("/layers/1/slope/0").doubleValue()).isEqualTo(0.20977282135982503);
        assertThat(paper.get("dx").toString()).isEqualTo("[0.01,0.03]");
        JsonNode exact = MAPPER.readTree(call("/api/solve?" + EXACT, null).body()).at("/samples/0");
        assertThat(exact.at("/dx/0").doubleValue()).isCloseTo(0.0117199462783473, within(1e-15));
        JsonNode softmax =
                MAPPER.readTree(
                        call("/api/solve?v=1&n=1&l1=out:softmax:1;2&x=1&y=0,1", null).body());
        assertThat(softmax.at("/samples/0/layers/0/slope").isNull()).isTrue();
    }

    /** 0.13 · −1.40 + −0.29 · −0.81 = 0.0529 is not written, and δ = 0.05 is. */
    @Test
    void ofTheErrorGradientsTheWrittenOneIsRounded() throws Exception {
        String body = call("/api/solve?" + EXACT + "&paper=2,3,delta,z", null).body();
        JsonNode layers = MAPPER.readTree(body).at("/samples/0/layers");
        assertThat(layers.at("/1/dz").toString()).isEqualTo("[0.6,-1.24]");
        assertThat(layers.at("/1/slope").toString()).isEqualTo("[0.21,0.2356]");
        assertThat(layers.at("/1/dp").toString()).isEqualTo("[0.13,-0.29]");
        assertThat(layers.at("/0/dz").toString()).isEqualTo("[0.0529,0.207]");
        assertThat(layers.at("/0/dp").toString()).isEqualTo("[0.05,0]");
        assertThat(layers.at("/1/dw/0/0").toString()).isEqualTo("0.079");
    }

    @Test
    void aDocumentAndItsLinkHaveTheSameSolution() throws Exception {
        String document = call("/api/worksheet?" + EXACT, null).body();
        String fromDocument = call("/api/solve", document).body();
        assertThat(call("/api/solve?" + EXACT, null).body()).isEqualTo(fromDocument);
        JsonNode solution = MAPPER.readTree(fromDocument);
        assertThat(solution.get("loss").doubleValue()).isEqualTo(0.4748888338000708);
        String permalink = solution.get("permalink").stringValue();
        assertThat(permalink).startsWith("/?v=1&");
        assertThat(call("/api/worksheet" + permalink.substring(1), null).body())
                .isEqualTo(document);
    }

    @Test
    void whatOverflowedIsText() throws Exception {
        JsonNode solution =
                MAPPER.readTree(
                        call("/api/solve?v=1&n=1&l1=out:identity:1e200&x=1&y=0&opt=sgd:0.1", null)
                                .body());
        assertThat(solution.get("loss").stringValue()).isEqualTo("Infinity");
    }

    @Test
    void refusalsNameEveryPlace() throws Exception {
        HttpResponse<String> response =
                call(
                        "/api/solve",
                        "{\"version\":1,\"inputs\":2,\"layers\":[{\"activation\":\"relu\",\"weights\":[[1,2,3]],\"a\":1}],"
                                + "\"samples\":[{\"x\":[1,1],\"y\":[0]}]}");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("application/problem+json");
        JsonNode errors = MAPPER.readTree(response.body()).get("errors");
        assertThat(errors).hasSize(2);
        assertThat(errors.get(1).get("at").stringValue()).isEqualTo("layers/0/weights/0");
        assertThat(errors.get(1).get("reason").stringValue()).isEqualTo("3 weights for 2 sources");
    }

    @Test
    void aFaultInEveryCellIsASmallAnswer() throws Exception {
        String cells = "\"\",".repeat(340_000);
        HttpResponse<String> response =
                call(
                        "/api/solve",
                        "{\"version\":1,\"inputs\":1,\"layers\":[{\"activation\":\"relu\",\"weights\":[[1]]}],"
                                + "\"samples\":[{\"x\":["
                                + cells
                                + "1],\"y\":[1]}]}");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).hasSizeLessThan(5_000);
        JsonNode problem = MAPPER.readTree(response.body());
        assertThat(problem.get("errors")).hasSize(50);
        assertThat(problem.get("more").intValue()).isEqualTo(340_001 - 50);
        assertThat(problem.get("detail").stringValue()).endsWith("; and 339,998 more");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[[1,NaN]] | not JSON: NaN is not a finite number (line 1, column 5)",
                "{'a':1} | not JSON: text stands in double quotes, not in single ones (line 1, column 2)",
                "{} {} | not JSON: something follows the end (line 1, column 4)",
            },
            quoteCharacter = '`')
    void whatIsNotJsonIsToldInWordsOfOurOwn(String body, String reason) throws Exception {
        JsonNode problem = MAPPER.readTree(call("/api/solve", body).body());
        assertThat(problem.at("/errors/0/reason").stringValue()).isEqualTo(reason);
        assertThat(problem.get("detail").stringValue()).isEqualTo(reason);
    }

    @Test
    void aBodyOverOneMebibyteIsTooLarge() throws Exception {
        HttpResponse<String> response = call("/api/solve", " ".repeat((1 << 20) + 1));
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("application/problem+json");
    }

    /** However many places are wrong: 50 are named, the rest is counted. */
    @Test
    void fiftyPlacesAreNamedAndTheRestIsCounted() throws Exception {
        for (int wrong : new int[] {50, 51, 3_000}) {
            String row = "true,".repeat(wrong).replaceFirst(",$", "");
            JsonNode problem =
                    MAPPER.readTree(
                            call(
                                            "/api/solve",
                                            "{\"version\":1,\"inputs\":1,\"layers\":[{\"activation\":\"relu\",\"weights\":[[1]]}],"
                                                    + "\"samples\":[{\"x\":["
                                                    + row
                                                    + "],\"y\":[0]}]}")
                                    .body());
            // The row is too long as well.
            assertThat(problem.get("errors")).hasSize(50);
            assertThat(problem.get("more").intValue()).isEqualTo(wrong + 1 - 50);
        }
    }

    /** Whatever a request holds, its answer is short. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"version\":\"LONG\"}",
                "{\"version\":[\"LONG\"]}",
                "{\"version\":NUMERAL}",
                "{\"version\":1,\"inputs\":NUMERAL}",
                "{\"version\":1,\"title\":\"LONG\",\"loss\":\"LONG\",\"reduction\":\"LONG\"}",
                "{\"version\":1,\"KEY\":1,\"layers\":[{\"KEY\":1,\"name\":\"LONG\",\"activation\":\"LONG\"}]}",
                "{\"version\":1,\"optimizer\":{\"type\":\"LONG\",\"KEY\":1}}",
                "LONG"
            })
    void nothingLongIsRepeated(String pattern) throws Exception {
        String document =
                pattern.replace("LONG", "ä".repeat(100_000))
                        .replace("KEY", "k".repeat(40_000))
                        .replace("NUMERAL", "9".repeat(900));
        HttpResponse<String> response = call("/api/solve", document);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).hasSizeLessThan(2_500).doesNotContain("kkk/", "9".repeat(50));
    }

    /** A client that would not send such a query itself cannot be used here. */
    @Test
    void brokenPercentEncodingIsRefusedAndThePageStillOpens() throws Exception {
        assertThat(raw("/api/solve?%FF=%FE")).contains(" 400 ").contains("broken percent-encoding");
        assertThat(raw("/?%FF=%FE")).contains(" 200 ");
    }

    private String raw(String path) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            OutputStream out = socket.getOutputStream();
            out.write(
                    ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void whatTheApiDoesNotHaveIsAProblem() throws Exception {
        HttpResponse<String> response = call("/api/nothing", null);
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("application/problem+json");
    }

    @Test
    void aCallByAnotherMethodSaysWhichItTakes() throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/solve"))
                        .DELETE()
                        .build();
        HttpResponse<String> response;
        try (HttpClient client = HttpClient.newHttpClient()) {
            response = client.send(request, HttpResponse.BodyHandlers.ofString());
        }
        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow").orElseThrow())
                .contains("GET")
                .contains("POST");
    }

    @Test
    void theApiDescribesItself() throws Exception {
        JsonNode description = MAPPER.readTree(call("/api/openapi", null).body());
        assertThat(description.at("/info/title").stringValue()).contains("Chainrule");
        assertThat(description.get("paths").propertyNames())
                .contains("/api/solve", "/api/worksheet");
    }

    @Test
    void anUnknownPageIsNotFoundAndLeadsBack() throws Exception {
        assertThat(call("/nowhere", null).statusCode()).isEqualTo(404);
    }

    @Test
    void theGalleryIsAPageWithAPreviewOfItsOwn() throws Exception {
        HttpResponse<String> gallery = call("/gallery", null);
        assertThat(gallery.statusCode()).isEqualTo(200);
        assertThat(gallery.body())
                .contains("<meta property=\"og:title\" content=\"Gallery · Chainrule\"");
    }

    @Test
    void theGallerysWorksheetsAreThereByName() throws Exception {
        JsonNode document = MAPPER.readTree(call("/api/worksheet?from=mazur", null).body());
        assertThat(document.at("/samples/0/x/0").doubleValue()).isEqualTo(0.05);
        assertThat(call("/api/worksheet?from=nobody", null).statusCode()).isEqualTo(400);
    }

    @Test
    void thePreviewsPictureHasAnAbsoluteAddressThatServes() throws Exception {
        String page = call("/", null).body();
        Matcher image =
                Pattern.compile("<meta property=\"og:image\" content=\"([^\"]+)\"").matcher(page);
        assertThat(image.find()).isTrue();
        assertThat(image.group(1)).startsWith("http://127.0.0.1:" + port + "/");
        assertThat(call(URI.create(image.group(1)).getPath(), null).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "&srsltid=Afm | srsltid",
                "&_ga=1&utm_source=mail&samples=all&step=2 | _ga, utm_source",
                "&%C3%BC%0D%0A,=1 | %C3%BC%2C",
                "&l=9 | l"
            })
    void whatIsNoPartOfALinkIsLeftAsideAndNamedInAHeader(String parts, String named)
            throws Exception {
        for (String path : List.of("/api/solve?", "/api/worksheet?")) {
            HttpResponse<String> response = call(path + EXACT + parts, null);
            assertThat(response.body()).isEqualTo(call(path + EXACT, null).body());
            assertThat(response.headers().firstValue("Chainrule-Ignored")).contains(named);
        }
    }

    @Test
    void aLinkAsItIsNamesNothingAndManyStrangersAreCounted() throws Exception {
        assertThat(call("/api/solve?" + EXACT + "&step=2", null).headers().map())
                .doesNotContainKey("Chainrule-Ignored");
        String many = "&other=1".repeat(2) + "&%F0%9F%98%80".concat("%F0%9F%98%80".repeat(99));
        StringBuilder more = new StringBuilder(many);
        for (int i = 0; i < 30; i++) {
            more.append("&a-").append(i);
        }
        HttpResponse<String> response = call("/api/solve?" + EXACT + more, null);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Chainrule-Ignored").orElseThrow())
                .startsWith("other, %F0%9F%98%80")
                .endsWith(", a-17, +12");
    }

    @ParameterizedTest
    @ValueSource(strings = {"l7=1", "losss=1", "opt=x"})
    void whatMayBeMeantForAPartIsRefused(String part) throws Exception {
        HttpResponse<String> response = call("/api/solve?" + EXACT + "&igsh=1&" + part, null);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Chainrule-Ignored")).contains("igsh");
    }

    @ParameterizedTest
    @ValueSource(strings = {"&utm_campaign=50%off", "&a=%FF", "&%zz"})
    void brokenEncodingMattersInThePartsOfTheFormatAlone(String part) throws Exception {
        String expected = part.equals("&%zz") ? " 400 " : " 200 ";
        assertThat(raw("/api/solve?" + EXACT + part)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {".", ")", "%22", "&amp;step=1", "&%2338;step=1"})
    void whatHappensToALinkOnItsWayDoesNoHarm(String after) throws Exception {
        String mangled = EXACT.replace("&", after.startsWith("&") ? "&amp;" : "&") + after;
        assertThat(raw("/api/solve?" + mangled)).contains(" 200 ").contains("0.4748888338000708");
    }
}
