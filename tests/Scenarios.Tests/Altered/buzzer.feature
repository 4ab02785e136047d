Feature: buzzer, altered

  Background:
    Given a meter with key revision 1 on base date 1993
    And the meter holds 10.0 kWh

  @pi
  Scenario: Altered 1
    Given a 25.6 kWh credit token
    When the customer keys in the token
    When the customer keys in the token
    Then the buzzer gives 1 long beep
    And the meter accepts it

  @pi
  Scenario: Altered 2
    Given a 25.6 kWh credit token
    When the customer keys in the token
    When the customer keys in the token
    Then the buzzer gives 1 long beep
    And the meter accepts it

  Scenario: Altered 3
    Given a 25.6 kWh credit token
    When the customer keys in the token
    And the customer keys in the token
    Then the buzzer gives 4 short beeps
    And the meter refuses it as used

  Scenario: Altered 4
    Given the two key change codes to key revision 2 on base date 2014
    When the customer keys in code 1
    Then the buzzer gives 2 short beeps
    And the meter asks for the other code
    When the customer keys in code 2
    Then the buzzer gives 1 long beep
    And the meter refuses it

  Scenario: Altered 5
    Then the buzzer sounds at each key

  @profiles
  Scenario: Altered 6
    Given a meter with:
      | name    | value      |
      | profile | landis-gyr |
    Then the buzzer stays silent
