package org.chainrule.api;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * What is answered where a request failed outside of any call or page: a problem to programs, to
 * people the view {@code failure}, which leads back.
 */
@Controller
class Failures implements ErrorController {
    @RequestMapping("/error")
    @Nullable ModelAndView failed(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        int status = code instanceof Integer found ? found : HttpServletResponse.SC_NOT_FOUND;
        response.setStatus(status);
        if (isForPeople(request)) {
            return new ModelAndView("failure", "status", status);
        }
        Problems.send(response, status, title(status), List.of());
        return null;
    }

    private static boolean isForPeople(HttpServletRequest request) {
        Object asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String path = asked == null ? "" : asked.toString();
        String api = request.getContextPath() + "/api";
        if (path.equals(api) || path.startsWith(api + "/")) {
            return false;
        }
        String accept = String.valueOf(request.getHeader("Accept")).toLowerCase(Locale.ROOT);
        return accept.contains("text/html") || !accept.contains("json");
    }

    private static String title(int status) {
        return switch (status) {
            case HttpServletResponse.SC_NOT_FOUND -> "There is nothing at this address";
            case HttpServletResponse.SC_METHOD_NOT_ALLOWED -> "Another method is wanted";
            default -> status < 500 ? "The request cannot be read" : "The program failed";
        };
    }
}
