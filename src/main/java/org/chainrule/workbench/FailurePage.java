package org.chainrule.workbench;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import org.chainrule.workbench.kit.Words;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

/**
 * What a person sees whose request had no page for an answer, in their language, with the way back
 * to the worksheet. It needs neither a session nor scripts.
 */
@Component("failure")
class FailurePage implements View {
    @Override
    public String getContentType() {
        return "text/html;charset=UTF-8";
    }

    @Override
    public void render(
            @Nullable Map<String, ?> model,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Words words = Words.in(request.getLocale());
        String key = key(response.getStatus());
        Document page = template();
        page.selectXpath("/html").attr("lang", words.locale().getLanguage());
        page.head().select("base").attr("href", request.getContextPath() + "/");
        page.title(words.of(key) + " · Chainrule");
        page.body().select("main").html(words.of(key + ".html"));
        response.setContentType(getContentType());
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write(page.outerHtml());
    }

    private static String key(int status) {
        return switch (status) {
            case HttpServletResponse.SC_NOT_FOUND -> "notfound";
            case HttpServletResponse.SC_METHOD_NOT_ALLOWED -> "onlyread";
            default -> status < 500 ? "unreadable" : "failed";
        };
    }

    private static Document template() throws IOException {
        try (InputStream in = FailurePage.class.getResourceAsStream("failure.html")) {
            return Jsoup.parse(Objects.requireNonNull(in), "UTF-8", "");
        }
    }
}
