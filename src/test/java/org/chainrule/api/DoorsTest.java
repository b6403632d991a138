package org.chainrule.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.chainrule.Application;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is asked for at the wrong address, in the wrong way or in the wrong form. */
@SpringBootTest(
        classes = Application.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "server.address=127.0.0.1")
@ExtendWith(OutputCaptureExtension.class)
class DoorsTest {
    private static final List<String> BROWSER =
            List.of("Accept: text/html,application/xhtml+xml,*/*;q=0.8");
    private static final byte[] PARTS =
            "--x\r\nContent-Disposition: form-data; name=\"a\"; filename=\"b\"\r\n\r\nc\r\n--x--\r\n"
                    .getBytes(StandardCharsets.US_ASCII);

    @LocalServerPort private int port;

    private Wire send(String first, List<String> headers, byte... body) throws IOException {
        return Wire.send(port, first, headers, body);
    }

    /** No request is a reason to look into the program. */
    @AfterEach
    void noTraceIsInTheLog(CapturedOutput output) {
        assertThat(output.getAll()).doesNotContain("\tat ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "// /",
                "//?v=1&n=%31&t=//a/ /?v=1&n=%31&t=//a/",
                "/?v=1// -",
                "/print/ /print",
                "/print/?v=1&step=3 /print?v=1&step=3",
                "/gallery/// /gallery",
                "//gallery /gallery",
                "/./gallery /gallery",
                "/nope/../gallery /gallery",
                "/x/%2E%2e//gallery/%2e /gallery",
                "/favicon.svg/ /favicon.svg",
                "/api/solve/?v=1 /api/solve?v=1",
                "/api//solve /api/solve",
                "//api/worksheet /api/worksheet",
                "//evil.example /evil.example",
                "///evil.example/%2e%2e/ /",
                "//evil.example//x /evil.example/x",
                "/;//evil.example /;/evil.example",
                "/nope/ /nope",
                "//nope /nope"
            })
    void anUntidyAddressLeadsToTheOneThatWasMeant(String asked, String meant) throws IOException {
        Wire answer = send("GET " + asked, BROWSER);
        assertThat(answer.header("Location")).isEqualTo(meant.equals("-") ? "" : meant);
        assertThat(answer.status()).isEqualTo(meant.equals("-") ? 200 : 308);
    }

    @Test
    void aRedirectKeepsAQueryOfAnyLengthAndTheProxysPath() throws IOException {
        String query = "?v=1&t=" + "a".repeat(60_000);
        assertThat(send("GET //gallery" + query, BROWSER).header("Location"))
                .isEqualTo("/gallery" + query);
        assertThat(send("GET /gallery/", List.of("X-Forwarded-Prefix: /app")).header("Location"))
                .isEqualTo("/app/gallery");
        assertThat(
                        send("GET //x", List.of("X-Forwarded-Prefix: //evil.example"))
                                .header("Location"))
                .isEqualTo("/evil.example/x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /nope",
                "GET /nope/x/y",
                "POST /nope",
                "PUT /gallery/x",
                "GET /evil.example",
                "GET /fonts",
                "GET /error",
                "GET /index.html",
                "GET /a%0d%0ab",
                "GET /VAADIN/nope.js",
                "GET /vaadinServlet",
                "POST /vaadinServlet/gallery",
                "OPTIONS /nope"
            })
    void anUnknownPageLeadsBack(String first) throws IOException {
        leadsBack(send(first, BROWSER), 404, "<h1>Page not found</h1>");
    }

    @ParameterizedTest
    @CsvSource({
        "POST /",
        "PUT /",
        "DELETE /",
        "PATCH /",
        "FOO /",
        "POST /?v=1",
        "PUT /gallery",
        "POST /print",
        "POST /about",
        "DELETE /favicon.svg",
        "POST /?xv-r=uidl",
        "POST /gallery?v-r=uidl"
    })
    void aPageIsOnlyRead(String first) throws IOException {
        Wire answer = send(first, BROWSER);
        leadsBack(answer, 405, "<h1>This page is only read</h1>");
        assertThat(answer.header("Allow")).isEqualTo("GET, HEAD, OPTIONS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"v-r=init", "v-r=uidl&v-uiId=x", "v-r=uidl&v-uiId=99999999999999"})
    void whatIsNoMessageOfAPageLeadsBack(String query) throws IOException {
        leadsBack(send("GET /?" + query, BROWSER), 400, "<h1>This request cannot be read</h1>");
    }

    private static void leadsBack(Wire answer, int status, String heading) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("text/html");
        assertThat(answer.header("Content-Security-Policy")).isNotEmpty();
        assertThat(answer.body())
                .contains("<html lang=\"en\">", "<base href=\"/\">", heading, "<a href=\"./\"");
    }

    @ParameterizedTest
    @CsvSource({
        "GET /nope, Seite nicht gefunden",
        "POST /, Diese Seite ist nur zum Lesen",
        "GET /?v-r=init, Diese Anfrage ist nicht lesbar"
    })
    void aGermanReaderIsToldInGerman(String first, String heading) throws IOException {
        Wire answer = send(first, List.of("Accept: text/html", "Accept-Language: de-AT,en;q=0.5"));
        assertThat(answer.body())
                .contains(
                        "<html lang=\"de\">",
                        "<h1>" + heading + "</h1>",
                        "Zum ersten Arbeitsblatt");
    }

    @ParameterizedTest
    @CsvSource({
        "GET /api, 404",
        "GET /api/nope, 404",
        "POST /api/nope/x, 404",
        "PUT /api/solve, 405",
        "POST /api/worksheet, 405",
        "TRACE /api/solve, 405",
        "GET /api/solve?%FF=%FE, 400"
    })
    void theApiAnswersWithAProblem(String first, int status) throws IOException {
        problem(send(first, BROWSER), status);
    }

    @Test
    void aProgramIsAnsweredWithAProblemEverywhere() throws IOException {
        problem(send("GET /nope", List.of("Accept: application/json")), 404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data; boundary=x",
                "multipart/form-data",
                "multipart/mixed; boundary=\"\"",
                "text/plain",
                "application/x-www-form-urlencoded",
                "application/json; charset=utf-16",
                "application/json; charset=nope",
                "application/json; charset=",
                "application/json, text/html",
                "application/*",
                "///",
                ""
            })
    void anotherContentTypeIsRefused(String type) throws IOException {
        List<String> headers = List.of("Content-Type: " + type);
        problem(send("POST /api/solve", headers, PARTS), 415);
        assertThat(send("POST /", headers, PARTS).status()).isEqualTo(405);
        assertThat(send("POST /nope", headers, PARTS).status()).isEqualTo(404);
    }

    @Test
    void aBodyWithoutAContentTypeOrCompressedIsRefused() throws IOException {
        problem(send("POST /api/solve", List.of(), (byte) '{', (byte) '}'), 415);
        problem(send("POST /api/solve", List.of()), 415);
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write('{');
        }
        List<String> headers = List.of("Content-Type: application/json", "Content-Encoding: gzip");
        problem(send("POST /api/solve", headers, zipped.toByteArray()), 415);
    }

    @ParameterizedTest
    @CsvSource({
        "Transfer-Encoding: chunked, 'zz\r\n{}\r\n0\r\n\r\n', 400",
        "Transfer-Encoding: chunked, '5\r\n{}', 400",
        "Content-Length: 100, {}, 400",
        "Content-Length: 99999999, {}, 413"
    })
    void aBodyThatBreaksOffOrIsTooLongIsAProblem(String length, String body, int status)
            throws IOException {
        List<String> headers = List.of("Content-Type: application/json", length);
        byte[] bytes = body.getBytes(StandardCharsets.US_ASCII);
        problem(send("POST /api/solve", headers, bytes), status);
    }

    @Test
    void chunksOfMoreThanOneMebibyteAreTooLarge() throws IOException {
        String chunks = ("10000\r\n" + " ".repeat(0x10000) + "\r\n").repeat(17) + "0\r\n\r\n";
        List<String> headers =
                List.of("Content-Type: application/json", "Transfer-Encoding: chunked");
        byte[] body = chunks.getBytes(StandardCharsets.US_ASCII);
        problem(send("POST /api/solve", headers, body), 413);
    }

    /** 65 KB of keys is more than a server takes by itself, and what a query may hold. */
    @Test
    void aQueryOfThousandsOfPartsIsReadByThePageItself() throws IOException {
        String parts = "n=1&".repeat(15_000);
        assertThat(send("GET /?" + parts, BROWSER).status()).isEqualTo(200);
        problem(send("GET /api/solve?" + parts, List.of()), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "\u00ff\u00ff"})
    void aMessageThatFlowCannotReadLeavesOneLineInTheLog(String message) throws IOException {
        Wire page = send("GET /?v-r=init&location=", BROWSER);
        List<String> session =
                List.of("Content-Type: application/json", "Cookie: " + page.header("Set-Cookie"));
        byte[] bytes = message.getBytes(StandardCharsets.ISO_8859_1);
        send("POST /?v-r=uidl&v-uiId=0", session, bytes);
        assertThat(send("GET /", session).status()).isEqualTo(200);
    }

    private static void problem(Wire answer, int status) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        JsonNode problem = JsonMapper.shared().readTree(answer.body());
        assertThat(problem.get("status").intValue()).isEqualTo(status);
        assertThat(problem.get("title").stringValue()).isNotBlank();
    }
}
