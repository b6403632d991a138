package org.chainrule.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Sends an address with empty segments, dots or a trailing slash to the one that was meant, with
 * its query, its method and its body.
 *
 * <p>What it names begins with one slash and holds no second one beside it, so that no browser
 * reads another host in it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class TidyPathFilter extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = asked(request);
        String tidy = path.startsWith("/VAADIN/") ? path : tidy(path);
        if (tidy.equals(path)) {
            chain.doFilter(request, response);
            return;
        }
        String query = request.getQueryString();
        response.setStatus(HttpServletResponse.SC_PERMANENT_REDIRECT);
        String root = request.getContextPath().isEmpty() ? "" : tidy(request.getContextPath());
        response.setHeader("Location", root + tidy + (query == null ? "" : "?" + query));
    }

    /** The path as it came: who puts a proxy's prefix before it tidies it in silence. */
    private static String asked(HttpServletRequest request) {
        HttpServletRequest first = request;
        while (first instanceof HttpServletRequestWrapper wrapper
                && wrapper.getRequest() instanceof HttpServletRequest inner) {
            first = inner;
        }
        return first.getRequestURI().substring(first.getContextPath().length());
    }

    private static String tidy(String path) {
        Deque<String> segments = new ArrayDeque<>();
        for (String segment : path.split("/", -1)) {
            switch (segment.toLowerCase(Locale.ROOT).replace("%2e", ".")) {
                case "", "." -> {}
                case ".." -> segments.pollLast();
                default -> segments.addLast(segment);
            }
        }
        return "/" + String.join("/", segments);
    }
}
