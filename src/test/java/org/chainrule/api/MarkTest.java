package org.chainrule.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.chainrule.Application;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code POST /api/mark} over a real socket. */
@SpringBootTest(
        classes = Application.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "server.address=127.0.0.1")
class MarkTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String SHEET =
            """
            {"version":1,"inputs":2,"layers":[
              {"name":"hid","activation":"relu","weights":[[0.19,0.42],[-0.94,0.3]]},
              {"name":"out","activation":"sigmoid","weights":[[-1.4,-2.2],[-0.81,-1.7]]}],
             "samples":[{"x":[1,1],"y":[0,1]}],
             "arithmetic":{"decimals":2,"gradientDecimals":3}}\
            """;

    @LocalServerPort private int port;

    private HttpResponse<String> mark(String body) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/mark"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void answersAreMarked() throws Exception {
        HttpResponse<String> response =
                mark(
                        """
                        {"worksheet":%s,
                         "answers":{"dz.out.1":"0.6","dz.out.2":"-0.62","dw.out.1.1":"0,077"},
                         "asked":["dz.out.1","dz.out.2","dw.out.1.1","dw.out.2.1"],
                         "language":"en"}\
                        """
                                .formatted(SHEET));
        assertThat(response.statusCode()).isEqualTo(200);
        JsonNode verdicts = MAPPER.readTree(response.body()).get("verdicts");
        assertThat(verdicts.at("/dz.out.1").toString()).isEqualTo("{\"verdict\":\"right\"}");
        JsonNode slip = verdicts.at("/dz.out.2/slips/0");
        assertThat(slip.get("id").stringValue()).isEqualTo("loss-factor");
        assertThat(slip.get("also").toString()).isEqualTo("[\"loss-other\"]");
        assertThat(slip.get("rebuilt").toString()).isEqualTo("-0.62");
        assertThat(slip.get("line").stringValue()).isEqualTo("dz.out.2");
        assertThat(slip.get("says").stringValue()).contains("−0.62");
        assertThat(verdicts.at("/dw.out.2.1/verdict").stringValue()).isEqualTo("unanswered");
        assertThat(MAPPER.readTree(response.body()).get("first").stringValue())
                .isEqualTo("dz.out.2");
    }

    @Test
    void nothingIsFirstWhereAllIsRight() throws Exception {
        JsonNode marked =
                MAPPER.readTree(
                        mark("{\"worksheet\":%s,\"answers\":{\"p.hid.1\":\".61\"}}"
                                        .formatted(SHEET))
                                .body());
        assertThat(marked.get("first").isNull()).isTrue();
        assertThat(marked.get("verdicts")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"answers\":{}} | worksheet | missing",
                "{\"worksheet\":{},\"answers\":{}} | worksheet/version | missing; 1 is the version this page knows",
                "{\"worksheet\":SHEET} | answers | missing",
                "{\"worksheet\":SHEET,\"answers\":{\"p.hid.3\":\"1\"}} | answers/p.hid.3 | the worksheet has no number of this address",
                "{\"worksheet\":SHEET,\"answers\":{\"x.1\":\"1\"}} | answers/x.1 | this number is given, not computed",
                "{\"worksheet\":SHEET,\"answers\":{\"J\":1}} | answers/J | text is wanted, not a number",
                "{\"worksheet\":SHEET,\"answers\":{},\"asked\":[\"J\",\"p.hid.1~2\"]} | asked/1 | the worksheet has no number of this address",
                "{\"worksheet\":SHEET,\"answers\":{},\"language\":\"fr\"} | language | \"fr\" is not one of en, de",
                "{\"worksheet\":SHEET,\"answers\":{},\"marks\":1} | marks | unknown key",
            })
    void whatIsWrongIsRefusedWithItsPlace(String body, String at, String reason) throws Exception {
        HttpResponse<String> response = mark(body.replace("SHEET", SHEET));
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("application/problem+json");
        JsonNode error = MAPPER.readTree(response.body()).at("/errors/0");
        assertThat(error.get("at").stringValue()).isEqualTo(at);
        if (!at.endsWith("version")) {
            assertThat(error.get("reason").stringValue()).isEqualTo(reason);
        }
    }
}
