package org.chainrule.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
    private static final int MOST = 50;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Problems() {}

    static void send(HttpServletResponse response, int status, String title, List<Refusal> refusals)
            throws IOException {
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
                                        refusals.stream().limit(3).map(Refusal::toString).toList())
                                + (refusals.size() > 3
                                        ? "; and " + (refusals.size() - 3) + " more"
                                        : ""));
        ArrayNode errors = problem.putArray("errors");
        for (Refusal refusal : refusals.subList(0, Math.min(MOST, refusals.size()))) {
            errors.addObject().put("at", refusal.at()).put("reason", refusal.reason());
        }
        if (refusals.size() > MOST) {
            problem.put("more", refusals.size() - MOST);
        }
        response.setStatus(status);
        response.setContentType("application/problem+json");
        response.setCharacterEncoding("UTF-8");
        response.getOutputStream()
                .write(MAPPER.writeValueAsString(problem).getBytes(StandardCharsets.UTF_8));
    }
}
