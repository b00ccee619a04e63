import { useNavigate } from 'react-router';

/** Back to where one came from; a case opened by its address goes to the list. */
export function useBack(): () => void {
  const navigate = useNavigate();
  return () => {
    const place: unknown = window.history.state?.idx;
    void (typeof place === 'number' && place > 0 ? navigate(-1) : navigate('/ho-so'));
  };
}
