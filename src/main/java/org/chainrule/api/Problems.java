package org.chainrule.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.chainrule.document.Reading;
import org.chainrule.document.Reading.Refusal;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Refusals as RFC 9457 problem details, one {@code errors} entry per place; past 50 places the rest
 * is counted as {@code more}.
 */
final class Problems {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** How many places the detail names. */
    private static final int SAID = 3;

    private Problems() {}

    static void send(HttpServletResponse response, int status, String title, List<Refusal> refusals)
            throws IOException {
        send(response, status, title, Reading.Refused.of(refusals));
    }

    /** The same of a worksheet that was refused; {@code more} counts the places not named. */
    static void send(
            HttpServletResponse response, int status, String title, Reading.Refused refused)
            throws IOException {
        List<Refusal> refusals = refused.refusals();
        int unsaid = refusals.size() + refused.more() - SAID;
        ObjectNode problem = JsonNodeFactory.instance.objectNode();
        problem.put("type", "about:blank");
        problem.put("title", title);
        problem.put("status", status);
        problem.put(
                "detail",
                refusals.isEmpty()
                        ? title
                        : String.join(
                                        "; ",
                                        refusals.stream()
                                                .limit(SAID)
                                                .map(Refusal::toString)
                                                .toList())
                                + (unsaid > 0
                                        ? String.format(Locale.ENGLISH, "; and %,d more", unsaid)
                                        : ""));
        ArrayNode errors = problem.putArray("errors");
        for (Refusal refusal : refusals) {
            errors.addObject().put("at", refusal.at()).put("reason", refusal.reason());
        }
        if (refused.more() > 0) {
            problem.put("more", refused.more());
        }
        response.setStatus(status);
        response.setContentType("application/problem+json");
        response.setCharacterEncoding("UTF-8");
        response.getOutputStream()
                .write(MAPPER.writeValueAsString(problem).getBytes(StandardCharsets.UTF_8));
    }
}
