package org.chainrule.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import org.chainrule.document.Reading;
import org.chainrule.link.Permalink;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps queries with broken percent-encoding from those who would read them as parameters and
 * throw.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class BrokenQueryFilter extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String query = request.getQueryString();
        List<Reading.Refusal> broken =
                query == null || query.indexOf('%') < 0 ? List.of() : Permalink.broken(query);
        if (broken.isEmpty()) {
            chain.doFilter(request, response);
        } else if (request.getRequestURI().startsWith(request.getContextPath() + "/api/")) {
            Problems.send(response, 400, "Worksheet refused", broken);
        } else {
            chain.doFilter(new Cleaned(request), response);
        }
    }

    /**
     * The request with {@code broken} for its query, a part that the page refuses with a message.
     */
    private static final class Cleaned extends HttpServletRequestWrapper {
        private static final String[] VALUE = {"percent-encoding"};

        Cleaned(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getQueryString() {
            return "broken=percent-encoding";
        }

        @Override
        public @Nullable String getParameter(String name) {
            return name.equals("broken") ? VALUE[0] : null;
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Map.of("broken", VALUE);
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.enumeration(List.of("broken"));
        }

        @Override
        public String[] getParameterValues(String name) {
            return name.equals("broken") ? VALUE.clone() : new String[0];
        }
    }
}
