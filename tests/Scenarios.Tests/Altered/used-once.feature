Feature: used once, altered

  Background:
    Given a meter with key revision 1 on base date 1993
    And the meter holds 10.0 kWh

  Scenario: Altered 1
    Given a 25.6 kWh credit token
    When the customer keys in the token
    And the load draws 10000 W for 4 hours
    And the customer keys in the token
    Then the meter refuses it as used
    And the meter holds 10.0 kWh
    And the load switch is open

  Scenario: Altered 2
    Given a 25.6 kWh credit token
    When the customer keys in the token
    And the load draws 10000 W for 4 hours
    And the customer keys in the token
    Then the meter accepts it
    And the meter holds 0.0 kWh
    And the load switch is open

  Scenario: Altered 3
    Given a 25.6 kWh credit token
    When the customer keys in the token with digit 3 wrong
    And the customer keys in the token with digit 18 wrong
    Then the meter accepts it
    And the meter holds 35.6 kWh

  Scenario: Altered 4
    Given a 25.6 kWh credit token
    When the customer keys in the token with digit 3 wrong
    And the customer keys in the token with digit 18 wrong
    And the customer keys in the token
    And the customer keys in the token
    Then the meter accepts it
    And the meter holds 35.6 kWh

  Scenario: Altered 5
    When the customer keys in "1844 6744 0738 4377 2416"
    And the customer keys in "1844 6744 0738 4377 2416"
    Then the meter accepts it
    And the display shows "1"
    And the meter holds 20.0 kWh
