package id.lumbung.api.document;

import id.lumbung.api.problem.ApiPaths;
import id.lumbung.api.problem.ApiProblem;
import id.lumbung.api.problem.ApiRefusal;
import id.lumbung.identity.CurrentActor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Asks of each call what its {@link Endpoint} says, before anything else is done. */
@Component
class EndpointGate implements HandlerInterceptor, WebMvcConfigurer {
    private static final int LONGEST = 1000;

    private final CurrentActor currentActor;

    EndpointGate(CurrentActor currentActor) {
        this.currentActor = currentActor;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns(ApiPaths.ROOT + "/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method)) {
            return true;
        }
        Endpoint endpoint = method.getMethodAnnotation(Endpoint.class);
        if (method.hasMethodAnnotation(OpenDocument.class)) {
            return true;
        }
        if (endpoint == null) {
            throw new IllegalStateException("not declared as an endpoint: " + method);
        }
        if (!endpoint.open()) {
            boolean held = endpoint.needs().length == 0
                    || Arrays.stream(endpoint.needs()).anyMatch(currentActor.require()::mayAnywhere);
            if (!held) {
                throw new ApiRefusal(ApiProblem.SCOPE_MISSING);
            }
        }
        checkParameters(request, method);
        if (endpoint.edits() && request.getHeader("If-Match") == null) {
            throw new ApiRefusal(ApiProblem.IF_MATCH_MISSING);
        }
        return true;
    }

    /** A parameter that is not known was meant to do something; it is not passed over in silence. */
    private static void checkParameters(HttpServletRequest request, HandlerMethod method) {
        Set<String> known = new TreeSet<>();
        for (MethodParameter parameter : method.getMethodParameters()) {
            RequestParam asked = parameter.getParameterAnnotation(RequestParam.class);
            if (asked != null) {
                known.add(
                        asked.name().isEmpty()
                                ? String.valueOf(parameter.getParameter().getName())
                                : asked.name());
            }
        }
        request.getParameterMap().forEach((name, values) -> {
            if (!known.contains(name)) {
                throw new ApiRefusal(ApiProblem.BAD_REQUEST);
            }
            for (String value : values) {
                if (value.length() > LONGEST || BodyCheck.problem(value) != null) {
                    throw new ApiRefusal(ApiProblem.BAD_REQUEST, name);
                }
            }
        });
    }
}
